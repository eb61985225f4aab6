import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const root = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'voiceflow-outbound-calls');

/**
 * A folder outside the checkout for what takes minutes to install; made once, then reused. It is filled under
 * another name and renamed when it is complete, so a folder with this name never holds half an installation.
 * @param fill puts everything into the folder that it is given
 */
export async function cached(
  name: string,
  version: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(root, `${name}-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(root, { recursive: true });
  removeAbandoned();
  const part = `${folder}.part-${process.pid}`;
  mkdirSync(part);
  const startedAt = Date.now();
  process.stdout.write(`Installing ${name} ${version} into ${folder}\n`);
  await fill(part);
  // Somebody else may have been faster; theirs is as good.
  if (existsSync(folder)) rmSync(part, { recursive: true });
  else renameSync(part, folder);
  process.stdout.write(`Installed ${name} ${version} in ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
  return folder;
}

/** What a process left behind that is gone. */
function removeAbandoned(): void {
  for (const entry of readdirSync(root)) {
    const [, pid] = /\.part-(\d+)$/.exec(entry) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(root, entry), { recursive: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is alive, too.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
