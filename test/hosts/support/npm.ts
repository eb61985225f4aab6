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
