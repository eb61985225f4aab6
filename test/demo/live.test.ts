import { answer, reset, startSandbox, type Sandbox } from '../sandbox';
import { placeLive, type Terminal } from './live';
import type { LiveSettings } from './options';

let sandbox: Sandbox;
let settings: LiveSettings;

beforeEach(async () => {
  sandbox = await startSandbox();
  const { apiKey: key, phoneNumberId: outboundApi, url: baseUrl } = sandbox;
  settings = { key, outboundApi, to: '+1 (202) 555-0147', baseUrl };
});

afterEach(() => sandbox.close());

interface Typed extends Terminal {
  text: string;
  questions: number;
}

function personWho(types: string, interactive = true): Typed {
  return {
    interactive,
    text: '',
    questions: 0,
    print(line) {
      this.text += `${line}\n`;
    },
    ask() {
      this.questions += 1;
      return Promise.resolve(types);
    },
  };
}

test('places one call when the last four digits are typed', async () => {
  const person = personWho('0147\n');
  expect(await placeLive(settings, person)).toBe(true);
  expect(sandbox.calls.map(({ to }) => to)).toEqual(['+12025550147']);
  expect(sandbox.requests).toHaveLength(1);
  expect(person.text).toContain('+12025550147 (US)');
  expect(person.text).toContain('accepted');
  expect(person.text).not.toContain(sandbox.apiKey);
});

test.each(['', 'yes', '0148', '+12025550147', '147'])('sends nothing when %p is typed', async (types) => {
  expect(await placeLive(settings, personWho(types))).toBe(false);
  expect(sandbox.requests).toHaveLength(0);
});

test('sends nothing without a terminal, and does not even ask', async () => {
  const nobody = personWho('0147', false);
  expect(await placeLive(settings, nobody)).toBe(false);
  expect(nobody.questions).toBe(0);
  expect(nobody.text).toContain('needs a person at a terminal');
  expect(sandbox.requests).toHaveLength(0);
});

test('names what is missing, all of it', async () => {
  const person = personWho('0147');
  const nothing = { key: undefined, outboundApi: ' ', to: undefined, baseUrl: undefined };
  expect(await placeLive(nothing, person)).toBe(false);
  for (const option of ['--key', '--outbound-api', '--to']) expect(person.text).toContain(option);
});

test('tells of a number that cannot be called before it asks', async () => {
  const person = personWho('0147');
  expect(await placeLive({ ...settings, to: '112' }, person)).toBe(false);
  expect(person.text).toContain('invalid-phone-number');
  expect(person.questions).toBe(0);
});

test('says why a number is not called, and does not end well', async () => {
  const person = personWho('0161');
  expect(await placeLive({ ...settings, to: '+19005550161' }, person)).toBe(false);
  expect(person.text).toContain('not-allowed');
  expect(person.text).toContain('which can be expensive to call. No call was placed.');
  expect(sandbox.requests).toHaveLength(0);
});

test.each([
  ['rejected', answer(400)],
  ['outcome-unknown', reset({ accept: true })],
])('uses the words of both products when it ends in %s', async (code, fault) => {
  sandbox.script(fault);
  const person = personWho('0147');
  expect(await placeLive(settings, person)).toBe(false);
  expect(person.text).toContain(code);
  expect(sandbox.requests).toHaveLength(1);
});
