import { inspect } from 'node:util';
import {
  answer,
  closeWithoutAnswer,
  garbage,
  hang,
  html,
  refuse,
  reset,
  startSandbox,
  type Sandbox,
} from '../../sandbox';
import { callerWith } from '../caller-with';
import { expectSentences, rejectionOf } from '../refusal';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

function check(raw: Record<string, unknown> = {}): Promise<void> {
  const { apiKey, url: baseUrl } = sandbox;
  return callerWith({ apiKey, baseUrl, ...raw }).check();
}

describe('a connection is proved without a call', () => {
  it('by the newest transcript of its project', async () => {
    await check({ projectId: sandbox.projectId });
    expect(sandbox.requests).toHaveLength(1);
    const [request] = sandbox.requests;
    expect(request).toMatchObject({
      method: 'POST',
      path: `/v1/transcript/project/${sandbox.projectId}?take=1`,
      status: 200,
    });
    expect(request?.headers).toMatchObject({
      authorization: sandbox.apiKey,
      'content-type': 'application/json',
    });
    expect(request?.body.toString()).toBe('{}');
    expect(sandbox.calls).toEqual([]);
  });

  it('by the state of nobody, where there is no project', async () => {
    await check();
    expect(sandbox.requests).toHaveLength(1);
    const [request] = sandbox.requests;
    expect(request).toMatchObject({ method: 'GET', path: '/state/user/connection-test', status: 200 });
    expect(request?.headers.authorization).toBe(sandbox.apiKey);
    expect(sandbox.calls).toEqual([]);
  });

  it.each([true, false])('even if the answer is no JSON (with a project: %j)', async (hasProject) => {
    sandbox.scriptReads(html(200));
    await expect(check(hasProject ? { projectId: sandbox.projectId } : {})).resolves.toBeUndefined();
  });
});

describe('a connection that does not work', () => {
  it.each([true, false])('wrong key (with a project: %j)', async (hasProject) => {
    const apiKey = 'VF.DM.a.wrong-key';
    const error = await rejectionOf(
      check({ apiKey, ...(hasProject ? { projectId: sandbox.projectId } : {}) }),
    );
    expect(error).toMatchObject({
      code: 'unauthorized',
      field: 'apiKey',
      outcome: 'not-placed',
      httpStatus: 401,
    });
    expect(inspect(error)).not.toContain('wrong-key');
  });

  it('another project', async () => {
    const error = await rejectionOf(check({ projectId: '65f0c0ffee00000000000bad' }));
    expect(error).toMatchObject({ code: 'not-found', field: 'projectId', httpStatus: 404 });
  });

  it.each([
    [400, 'unauthorized', 'apiKey', false],
    [400, 'unexpected-response', 'baseUrl', true],
    [403, 'forbidden', 'apiKey', false],
    [403, 'forbidden', 'apiKey', true],
    [404, 'unexpected-response', 'baseUrl', false],
    [429, 'rate-limited', null, false],
    [302, 'unexpected-response', 'baseUrl', false],
    [500, 'unexpected-response', 'baseUrl', false],
    [503, 'unexpected-response', 'baseUrl', true],
  ])('%d is %s (field %s, with a project: %j)', async (status, code, field, hasProject) => {
    sandbox.scriptReads(answer(status));
    const error = await rejectionOf(check(hasProject ? { projectId: sandbox.projectId } : {}));
    expect(error).toMatchObject({ code, field, outcome: 'not-placed', httpStatus: status });
    expectSentences(error.message);
    expectSentences(error.howToFix);
    expect(sandbox.requests).toHaveLength(1);
  });

  it('quotes the server, without the key', async () => {
    sandbox.scriptReads(refuse(403, `No permission for ${sandbox.apiKey}, sorry.`));
    const error = await rejectionOf(check());
    expect(error.detail).toBe('No permission for [hidden], sorry.');
    expect(inspect(error)).not.toContain(sandbox.apiKey);
  });

  it('does not quote the page of a gateway', async () => {
    sandbox.scriptReads(html(502));
    expect((await rejectionOf(check())).detail).toBeNull();
  });

  it.each([
    ['reset', reset()],
    ['closed', closeWithoutAnswer()],
    ['no HTTP', garbage()],
  ])('unreachable: %s', async (_name, fault) => {
    sandbox.scriptReads(fault);
    const error = await rejectionOf(check());
    expect(error).toMatchObject({
      code: 'unreachable',
      outcome: 'not-placed',
      field: 'baseUrl',
      httpStatus: null,
    });
    expectSentences(error.message);
    expectSentences(error.howToFix);
  });

  it('unreachable: nothing listens there', async () => {
    const error = await rejectionOf(check({ baseUrl: 'http://127.0.0.1:1' }));
    expect(error.code).toBe('unreachable');
    expect(error.message).toContain('nothing answers at this address');
  });

  it('unreachable: silence', async () => {
    sandbox.scriptReads(hang());
    const { apiKey, url: baseUrl } = sandbox;
    const error = await rejectionOf(
      callerWith({ apiKey, baseUrl }, { sleep: () => Promise.resolve() }).check(),
    );
    expect(error.message).toContain('did not answer in time');
  });
});
