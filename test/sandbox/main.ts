import { banner } from './banner';
import { startSandbox } from './index';
import { logLine } from './log-line';
import { HELP, readOptions } from './options';
import type { CommandOptions } from './options';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

async function run(args: string[]): Promise<void> {
  const options = readOptions(args);
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  const { port, host, lines, callSeconds } = options;
  const sandbox = await startSandbox({ port, host, lines, callMs: callSeconds * 1000, retryAfter: '1' });
  sandbox.onRequest = (record) => process.stdout.write(`${logLine(record)}\n`);
  const dockerUrl = LOOPBACK.includes(host)
    ? null
    : `http://host.docker.internal:${new URL(sandbox.url).port}`;
  process.stdout.write(banner(sandbox, { lines: describeLines(options), dockerUrl }));

  const stop = (): void => {
    void sandbox.close().then(() => process.stdout.write('Stopped.\n'));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function describeLines({ lines, callSeconds }: CommandOptions): string {
  if (lines === Infinity) return 'Lines: no limit (--lines 2 gives two, and 429 for a third call).';
  return `Lines: ${lines}; each call holds one for ${callSeconds} s. When all are busy: 429.`;
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inUse = 'code' in error && error.code === 'EADDRINUSE';
  return inUse ? 'This port is in use; choose another with --port.' : error.message;
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\nSee npm run sandbox -- --help\n`);
  process.exitCode = 1;
});
