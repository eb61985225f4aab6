import { answer, refuse, startSandbox, type Fault, type Sandbox } from '../sandbox';
import { performMethod, runZapier } from '../support/zapier-app';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(() => sandbox.close());

async function thrown(inputData: Record<string, unknown>, ...faults: Fault[]): Promise<Error> {
  sandbox.script(...faults);
  const authData = { api_key: sandbox.apiKey, base_url: sandbox.url };
  const input = { outbound_api: sandbox.phoneNumberId, to: '+4532123456', ...inputData };
  const error: unknown = await runZapier(performMethod, { authData, inputData: input }).catch(
    (e: unknown) => e,
  );
  if (!(error instanceof Error)) throw new Error('The step did not fail');
  return error;
}

test.each<[string, string, Record<string, unknown>, Fault[]]>([
  [
    'an unknown outcome halts, so that Autoreplay does not ring again',
    'HaltedError',
    {},
    [answer(503, { accept: true })],
  ],
  ['a busy plan waits', 'ThrottledError', {}, [answer(429)]],
  ['a wrong key asks to reconnect', 'ExpiredAuthError', {}, [answer(401), answer(401)]],
  ['bad data of one run halts', 'HaltedError', { to: '112' }, []],
  [
    'a refused call halts where the user asked for an error',
    'HaltedError',
    { consent: 'no', when_not_allowed: 'fail' },
    [],
  ],
  ['a wrong setting is an error', 'AppError', { outbound_api: 'x' }, []],
  ['a refused request is an error', 'AppError', {}, [answer(400)]],
])('%s', async (_, name, inputData, faults) => {
  const error = await thrown(inputData, ...faults);
  expect(error.name).toBe(name);
});

test('the delay of a busy plan is what the server says, else a minute', async () => {
  const told = await thrown({}, answer(429, { headers: { 'retry-after': '7' } }));
  expect(JSON.parse(told.message)).toMatchObject({ delay: 7 });
  const untold = await thrown({ to: '+4532123457' }, answer(429));
  expect(JSON.parse(untold.message)).toMatchObject({ delay: 60 });
});

test('an unknown outcome says that the phone may have rung, and nothing of the input', async () => {
  const error = await thrown({}, answer(503, { accept: true }));
  expect(error.message).toMatch(/may have rung\..*Look in Voiceflow under Transcripts/);
  expect(error.message).not.toContain('3212');
});

test('the words of the server are shown, with number and key hidden', async () => {
  const error = await thrown({}, refuse(400, `cannot call +4532123456 with ${sandbox.apiKey}`));
  expect(error.message).toContain('cannot call +45••••56 with [hidden]');
  expect(error.message).not.toContain('What happened');
});

test('a row of Other Variables that nobody filled in is no variable, and blanks around a name do not matter', async () => {
  const authData = { api_key: sandbox.apiKey, base_url: sandbox.url };
  const variables = { '': '', ' user_name ': 'Ada' };
  const inputData = { outbound_api: sandbox.phoneNumberId, to: '+4532123456', variables };
  await runZapier(performMethod, { authData, inputData });
  expect(sandbox.calls[0]?.variables).toEqual({ user_name: 'Ada' });
});
