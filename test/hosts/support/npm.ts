import { join } from 'node:path';
import { run } from './processes';

/** Quiet, and without a word to anybody but the registry. */
const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/** Runs npm in a folder; a line every half minute shows that it is alive. */
export async function npm(
  folder: string,
  args: readonly string[],
  { env = process.env, log = join(folder, 'npm.log'), timeoutMs = 20 * 60_000 } = {},
): Promise<void> {
  const startedAt = Date.now();
  const ticker = setInterval(() => {
    process.stdout.write(`  … ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
  }, 30_000);
  try {
    await run({ command: 'npm', args: [...args, ...quiet], cwd: folder, env, log }, timeoutMs);
  } finally {
    clearInterval(ticker);
  }
}

/** `npm install`, and once again if it fails: of many hundred downloads one may, and those that came are kept. */
export async function npmInstall(
  folder: string,
  args: readonly string[],
  options: Parameters<typeof npm>[2] = {},
): Promise<void> {
  const install = ['install', ...args];
  try {
    await npm(folder, install, options);
  } catch (error) {
    process.stdout.write(`  once again, since it failed: ${firstLine(error)}\n`);
    await npm(folder, install, options);
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? '';
}
