import { refuse, startSandbox, type Sandbox } from '../sandbox';
import { runZapier } from '../support/zapier-app';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(() => sandbox.close());

function testConnection(fields: Record<string, unknown> = {}): Promise<unknown> {
  const authData = { api_key: sandbox.apiKey, base_url: sandbox.url, ...fields };
  return runZapier('authentication.test', { authData });
}

function label(inputData: Record<string, unknown>): Promise<unknown> {
  return runZapier('authentication.connectionLabel', { authData: { api_key: sandbox.apiKey }, inputData });
}

test('a good key passes without placing a call', async () => {
  await expect(testConnection()).resolves.toEqual({ project: '', server: new URL(sandbox.url).host });
  expect(sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /state/user/connection-test',
  ]);
  expect(sandbox.calls).toEqual([]);
});

test('a project id is proved too', async () => {
  await testConnection({ project_id: sandbox.projectId });
  expect(sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `POST /v1/transcript/project/${sandbox.projectId}?take=1`,
  ]);
});

test.each([
  ['a wrong key', { api_key: 'VF.DM.wrong.key' }, 'did not accept the API key'],
  [
    'a wrong key with a project',
    { api_key: 'VF.DM.wrong.key', project_id: '65f0c0ffee0000000000cafe' },
    'did not accept the API key',
  ],
  ['a project of somebody else', { project_id: '65f0c0ffee00000000000bad' }, 'does not know this project'],
  ['an empty key', { api_key: '' }, '“API Key” is empty'],
  ['a key with Bearer', { api_key: 'Bearer x' }, 'starts with “Bearer”'],
  [
    'a base URL without https',
    { base_url: 'http://voiceflow.example' },
    '“Base URL” does not start with https',
  ],
  ['a server that is not there', { base_url: 'http://127.0.0.1:1' }, 'could not be reached: nothing answers'],
])('%s is told plainly', async (_, fields, words) => {
  const error = await testConnection(fields).catch((thrown: unknown) => thrown);
  expect(String(error)).toContain(words);
  expect(String(error)).not.toContain('No call was placed');
  expect(String(error)).not.toContain(sandbox.apiKey);
  expect(sandbox.calls).toEqual([]);
});

test('the words of the server are passed on, without the key', async () => {
  sandbox.scriptReads(refuse(403, `key ${sandbox.apiKey} has expired`));
  const error = await testConnection().catch((thrown: unknown) => thrown);
  expect(String(error)).toContain('key [hidden] has expired');
});

test('the label tells connections apart and shows no secret', async () => {
  await expect(
    label({ project: '65f0c0ffee0000000000cafe', server: 'runtime-api.voiceflow.com' }),
  ).resolves.toBe('Project 65f0c0ffee0000000000cafe');
  await expect(label({ project: '', server: '127.0.0.1:4010' })).resolves.toBe('Voiceflow on 127.0.0.1:4010');
});
