import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript } from '../../tools/child';
import { secretCalls } from './calls';
import { around, holdsKey, holdsNumber } from './secrets';
import type { Trace } from './try-calls';

const folder = mkdtempSync(join(tmpdir(), 'voiceflow-secrecy-'));

let printed: string;
let traces: Trace[];

beforeAll(async () => {
  const file = join(folder, 'traces.json');
  const env = { N8N_LOG_LEVEL: 'debug', N8N_LOG_OUTPUT: 'console' };
  const { code, stdout, stderr } = await runScript('test/packages/secrecy/main.ts', [file], env);
  if (code !== 0) throw new Error(stderr);
  printed = stdout + stderr;
  traces = JSON.parse(readFileSync(file, 'utf8')) as Trace[];
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Names of what leaks, each with the line in which it does. */
function leaks(from: readonly Trace[], holds: (text: string) => boolean): string[] {
  const all: Array<Pick<Trace, 'name' | 'text'>> = [...from, { name: 'what was printed', text: printed }];
  return all.filter(({ text }) => holds(text)).map(({ name, text }) => `${name}: ${around(text, holds)}`);
}

test('every call was tried in both products, and ended as it should', () => {
  expect(traces.length).toBeGreaterThanOrEqual(secretCalls.length * 4);
  const wrong = traces.filter(({ ends, expected }) => ends !== expected);
  expect(wrong.map(({ name, ends }) => `${name} ends in: ${ends}`)).toEqual([]);
});

test('the logs of both products are on, so there is something to search in', () => {
  expect(printed).toContain('Running node "Voiceflow" finished with error');
  expect(printed).toMatch(/400 POST \S+\/outbound/);
  const [log] = traces.filter(({ ends }) => ends === 'log');
  expect(log?.text).toContain('Authorization: :censored:');
});

test('the key stands in no result, no error and no log', () => {
  expect(leaks(traces, holdsKey)).toEqual([]);
});

test('the whole number stands in no error, and in nothing that was printed', () => {
  const errors = traces.filter(({ ends }) => ends === 'error');
  expect(leaks(errors, holdsNumber)).toEqual([]);
});
