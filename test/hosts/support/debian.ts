import { join } from 'node:path';
import { exitCode, run } from './processes';

/**
 * Sees to it that packages of Debian are there, and installs them where they are missing and where that is
 * allowed. Services that come with them do not start.
 */
export async function debianPackages(names: readonly string[], logs: string): Promise<void> {
  if (await areInstalled(names, logs)) return;
  if (process.getuid?.() !== 0) {
    throw new Error(`These packages are missing. Install them: sudo apt-get install ${names.join(' ')}`);
  }
  process.stdout.write(`Installing ${names.join(', ')} with apt-get\n`);
  const log = join(logs, 'apt.log');
  // Debian's own scripts take runlevel 1, single user, for a reason to start nothing.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  await run({ command: 'apt-get', args: ['update', '--quiet'], env, log }, 5 * 60_000);
  const args = ['install', '--yes', '--quiet', '--no-install-recommends', ...names];
  await run({ command: 'apt-get', args, env, log }, 10 * 60_000);
}

async function areInstalled(names: readonly string[], logs: string): Promise<boolean> {
  const log = join(logs, 'dpkg.log');
  return (await exitCode({ command: 'dpkg', args: ['--status', ...names], log }, 30_000)) === 0;
}
