import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { startSandbox } from './index';
import { logLine } from './log-line';
import { readOptions } from './options';
import { recordUnreadable } from './recorder';

const ROOT = join(__dirname, '../..');
const running = new Set<ChildProcess>();
afterAll(() => running.forEach((child) => child.kill('SIGKILL')));

interface Command {
  child: ChildProcess;
  /** Everything printed so far. */
  printed(): string;
  /** Resolves when the output matches. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<number | null>;
}

function command(...args: string[]): Command {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'test/sandbox/main.ts', ...args],
    {
      cwd: ROOT,
    },
  );
  running.add(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const until = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve) => {
      const look = (): void => {
        const match = pattern.exec(output);
        if (match) resolve(match);
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      look();
    });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return { child, printed: () => output, until, ended };
}

test('says what to type, shows each request without key and number, and ends cleanly', async () => {
  const { child, printed, until, ended } = command('--port', '0', '--lines', '1');
  await until(/Ctrl\+C/);
  const banner = printed();
  const [, url = ''] = /Base URL +(\S+)/.exec(banner) ?? [];
  const [, apiKey = ''] = /API key +(\S+)/.exec(banner) ?? [];
  const [, id = ''] = /Outbound API +(\S+)/.exec(banner) ?? [];
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(banner).toMatch(/\+12025550153 +503, the call was placed +outcome-unknown/);

  const post = (to: string): Promise<Response> =>
    fetch(`${url}/v1alpha1/phone-number/${id}/outbound`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ to }),
    });
  expect((await post('+12025550199')).status).toBe(200);
  expect((await post('+12025550199')).headers.get('retry-after')).toBe('1');
  await until(/-> 429/);

  const log = printed().slice(banner.length);
  expect(log).toContain('+1202•••0199 -> 200, call placed');
  expect(log).toContain('-> 429 (All lines are busy.)');
  expect(log).not.toContain(apiKey);
  expect(log).not.toContain('+12025550199');
  expect(log).not.toMatch(/authorization|bearer/i);

  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(printed()).toMatch(/Stopped\.\n$/);
}, 30_000);

test('explains itself', async () => {
  const help = command('--help');
  expect(await help.ended).toBe(0);
  expect(help.printed()).toContain('host.docker.internal');

  const wrong = command('--port', 'eighty');
  expect(await wrong.ended).toBe(1);
  expect(wrong.printed()).toContain('--port must be a whole number');
  expect(wrong.printed()).not.toMatch(/ at .*\(/);

  const first = await startSandbox();
  const second = command('--port', new URL(first.url).port);
  expect(await second.ended).toBe(1);
  expect(second.printed()).toMatch(/^This port is in use/);
  await first.close();
}, 30_000);

test('the options have sensible defaults and bounds', () => {
  expect(readOptions([])).toEqual({
    port: 8787,
    host: '127.0.0.1',
    lines: Infinity,
    callSeconds: 30,
    help: false,
  });
  expect(readOptions(['--lines', '3', '--call-seconds', '0'])).toMatchObject({ lines: 3, callSeconds: 0 });
  expect(() => readOptions(['--lines', '0'])).toThrow('--lines');
  expect(() => readOptions(['--port', '65536'])).toThrow('--port');
  expect(() => readOptions(['--colour'])).toThrow('--colour');
});

test('a log line hides keys in paths and odd text in bodies', () => {
  const record = {
    ...recordUnreadable(Buffer.from('{"to":"\u001b[31m"}'), 404, ''),
    method: 'GET',
    path: '/a?key=VF.DM.1.2&b',
  };
  expect(logLine({ ...record, note: null })).toMatch(/^\d\d:\d\d:\d\d GET \/a\?key=VF\.DM\.•••&b -> 404$/);
});
