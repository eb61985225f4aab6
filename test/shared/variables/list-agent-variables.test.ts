import { inspect } from 'node:util';
import {
  answer,
  cutAfterStatus,
  halfBody,
  html,
  refuse,
  reset,
  SECRET_MARKER,
  startSandbox,
  variable,
  type Sandbox,
} from '../../sandbox';
import { callerWith } from '../caller-with';
import { expectSentences, rejectionOf } from '../refusal';
import type { Caller } from '../../../shared';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

function connected(raw: Record<string, unknown> = {}): Caller {
  const { apiKey, url: baseUrl, projectId } = sandbox;
  return callerWith({ apiKey, baseUrl, projectId, ...raw });
}

describe('the agent’s variables', () => {
  it('come from the published agent, with the raw key and the project', async () => {
    const variables = await connected().agentVariables();
    expect(variables.map(({ name }) => name)).toContain('open_invoices');
    expect(variables.map(({ name }) => name)).not.toContain('user_id');
    expect(sandbox.requests).toHaveLength(1);
    const [request] = sandbox.requests;
    expect(request).toMatchObject({ method: 'GET', path: '/v2/versions/production/export', status: 200 });
    expect(request?.headers).toMatchObject({ authorization: sandbox.apiKey, projectid: sandbox.projectId });
  });

  it('come from the draft if nothing is published', async () => {
    sandbox.scriptReads(refuse(404, 'Version not found.'));
    const variables = await connected().agentVariables();
    expect(variables.length).toBeGreaterThan(0);
    expect(sandbox.requests.map(({ path }) => path)).toEqual([
      '/v2/versions/production/export',
      '/v2/versions/development/export',
    ]);
  });

  it('are asked for once by a caller, even by two at the same time', async () => {
    const caller = connected();
    const [first, second] = await Promise.all([caller.agentVariables(), caller.agentVariables()]);
    expect(second).toBe(first);
    expect(await caller.agentVariables()).toBe(first);
    expect(sandbox.requests).toHaveLength(1);
  });

  it('bring none of the agent’s secrets along', async () => {
    expect(inspect(await connected().agentVariables(), { depth: null })).not.toContain(SECRET_MARKER);
  });

  it('may be listed in an old form, or be none', async () => {
    const old = await startSandbox({ legacyExport: true, variables: [variable('only_one', 'text')] });
    const none = await startSandbox({ variables: [] });
    try {
      for (const [server, names] of [
        [old, ['only_one']],
        [none, []],
      ] as const) {
        const { apiKey, url: baseUrl, projectId } = server;
        const variables = await callerWith({ apiKey, baseUrl, projectId }).agentVariables();
        expect(variables.map(({ name }) => name)).toEqual(names);
      }
    } finally {
      await Promise.all([old.close(), none.close()]);
    }
  });
});

describe('variables that cannot be listed', () => {
  it('no project: nothing is asked', async () => {
    const error = await rejectionOf(connected({ projectId: '' }).agentVariables());
    expect(error).toMatchObject({ code: 'invalid-setting', field: 'projectId', reason: 'empty' });
    expectSentences(error.message);
    expectSentences(error.howToFix);
    expect(sandbox.requests).toEqual([]);
  });

  it('a project that does not exist, in neither version', async () => {
    const error = await rejectionOf(connected({ projectId: '65f0c0ffee00000000000bad' }).agentVariables());
    expect(error).toMatchObject({ code: 'not-found', field: 'projectId', httpStatus: 404 });
    expect(sandbox.requests).toHaveLength(2);
  });

  it('a wrong key', async () => {
    const error = await rejectionOf(connected({ apiKey: 'VF.DM.a.wrong-key' }).agentVariables());
    expect(error).toMatchObject({ code: 'unauthorized', field: 'apiKey' });
    expect(inspect(error)).not.toContain('wrong-key');
    expect(sandbox.requests).toHaveLength(1);
  });

  it.each([
    ['HTML', html(200)],
    ['an empty body', answer(200, { body: '' })],
    ['another JSON', answer(200, { body: '{"project":{}}' })],
    ['half a body', halfBody(200)],
    ['a head alone', cutAfterStatus(200)],
  ])('an answer that is no export: %s', async (_name, fault) => {
    sandbox.scriptReads(fault);
    const error = await rejectionOf(connected().agentVariables());
    expect(error).toMatchObject({ code: 'unexpected-response', outcome: 'not-placed' });
    expectSentences(error.message);
    expectSentences(error.howToFix);
    expect(sandbox.requests).toHaveLength(1);
  });

  it('a broken connection', async () => {
    sandbox.scriptReads(reset());
    const error = await rejectionOf(connected().agentVariables());
    expect(error).toMatchObject({ code: 'unreachable', outcome: 'not-placed' });
  });

  it('an export whose words hold the key', async () => {
    sandbox.scriptReads(refuse(403, `${sandbox.apiKey} may not`));
    const error = await rejectionOf(connected().agentVariables());
    expect(error.detail).toBe('[hidden] may not');
  });
});
