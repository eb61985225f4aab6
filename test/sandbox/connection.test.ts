import { agentVariables, answer, SECRET_MARKER, startSandbox, variable } from './index';
import type { Sandbox } from './index';
import { send } from './testing';
import type { Seen, Send } from './testing';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const authorization = (): { authorization: string } => ({ authorization: sandbox.apiKey });

function transcripts(rest: Send = {}): Promise<Seen> {
  const path = `/v1/transcript/project/${sandbox.projectId}?take=1`;
  const headers = { ...authorization(), 'content-type': 'application/json' };
  return send(sandbox, { path, body: '{}', ...rest, headers: { ...headers, ...rest.headers } });
}

function exported(from: Sandbox, rest: Send = {}, alias = 'production'): Promise<Seen> {
  const headers = { ...authorization(), projectid: from.projectId };
  const path = `/v2/versions/${alias}/export`;
  return send(from, { method: 'GET', path, ...rest, headers: { ...headers, ...rest.headers } });
}

test('transcripts answer a good key with an empty list', async () => {
  const seen = await transcripts();
  expect(seen.status).toBe(200);
  expect(JSON.parse(seen.body.toString())).toEqual({ transcripts: [] });
  expect((await transcripts({ body: '' })).status).toBe(200);
});

test.each<[number, string, Send]>([
  [401, 'a wrong key', { headers: { authorization: 'VF.DM.other' } }],
  [404, 'another project', { path: '/v1/transcript/project/65f0c0ffee0000000000caff?take=1' }],
  [400, 'no take', { path: '/v1/transcript/project/65f0c0ffee0000000000cafe' }],
  [400, 'a take of 101', { path: '/v1/transcript/project/65f0c0ffee0000000000cafe?take=101' }],
  [400, 'a body that is no object', { body: '[]' }],
  [415, 'a body that is no JSON', { headers: { 'content-type': 'text/plain' } }],
  [405, 'GET', { method: 'GET', body: '' }],
])('transcripts answer %i to %s', async (status, _what, rest) => {
  expect((await transcripts(rest)).status).toBe(status);
});

test('the user state answers 200 or 401, and takes no Bearer', async () => {
  const state = (headers: Send['headers']): Promise<Seen> =>
    send(sandbox, { method: 'GET', path: '/state/user/anyone', ...(headers ? { headers } : {}) });
  expect((await state(authorization())).status).toBe(200);
  expect((await state({ authorization: `Bearer ${sandbox.apiKey}` })).status).toBe(401);
  expect((await state({})).status).toBe(401);
});

describe('the export', () => {
  test.each(['production', 'development'])('of %s looks like the real one', async (alias) => {
    const seen = await exported(sandbox, {}, alias);
    expect(seen.status).toBe(200);
    expect(seen.body.length).toBeGreaterThan(150_000);
    expect(seen.body.toString()).toContain(SECRET_MARKER);

    const agent: unknown = JSON.parse(seen.body.toString());
    expect(agent).toMatchObject({ secrets: { CRM_TOKEN: SECRET_MARKER } });
    expect(agent).toHaveProperty('variables.length', agentVariables.length);
    expect(agent).toHaveProperty('variables.0.name', 'user_name');
  });

  test('has variables of every kind', () => {
    expect(new Set(agentVariables.map(({ datatype }) => datatype))).toEqual(
      new Set(['text', 'number', 'boolean', 'any']),
    );
    expect(agentVariables.some(({ system }) => system !== null)).toBe(true);
    expect(agentVariables.some(({ system, description }) => system === null && description === null)).toBe(
      true,
    );
    expect(agentVariables.some(({ system, isArray }) => system === null && isArray)).toBe(true);
  });

  test('refuses a wrong key, project or version', async () => {
    expect((await exported(sandbox, { headers: { authorization: 'VF.DM.other' } })).status).toBe(401);
    expect((await exported(sandbox, { headers: { projectid: 'other' } })).status).toBe(404);
    expect((await exported(sandbox, { headers: { projectid: [] } })).status).toBe(400);
    expect((await exported(sandbox, {}, 'staging')).status).toBe(404);
  });

  test('lists the variables that a test gives, in the old form too', async () => {
    const own = await startSandbox({ variables: [variable('city', 'text')] });
    const old = await startSandbox({ variables: [variable('city', 'text')], legacyExport: true });

    const now: unknown = JSON.parse((await exported(own)).body.toString());
    expect(now).toMatchObject({ variables: [{ name: 'city', datatype: 'text', system: null }] });
    const then: unknown = JSON.parse((await exported(old)).body.toString());
    expect(then).toMatchObject({ version: { variables: ['city'] } });
    expect(then).not.toHaveProperty('variables');
    await Promise.all([own.close(), old.close()]);
  });
});

test('checks and the export have scripts of their own', async () => {
  sandbox.scriptReads(answer(503));
  sandbox.script(answer(402));
  expect((await transcripts({ headers: { authorization: 'x' } })).status).toBe(401);
  expect((await exported(sandbox)).status).toBe(503);
  expect((await exported(sandbox)).status).toBe(200);
});
