/**
 * Jest's globalSetup: tests run the built packages, so `npx jest` alone must not meet a stale build. Builds only
 * when a source is newer than what is there, so that two runs side by side do not take each other's files away.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const sources = [
  'shared',
  'zapier/src',
  'zapier/package.json',
  'n8n/nodes',
  'n8n/credentials',
  'esbuild.config.mjs',
];
const built = ['zapier/dist', 'n8n/dist'];

/** Modification times of a file, or of everything below a folder; a removed file shows in its folder's time. */
function times(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return [stats.mtimeMs];
  return [stats.mtimeMs, ...readdirSync(path).flatMap((name) => times(join(path, name)))];
}

/** When the older of the two packages was built: its oldest bundle. */
function builtAt() {
  const files = built.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((file) => String(file).endsWith('.js'))
      .map((file) => statSync(join(root, folder, String(file))).mtimeMs),
  );
  return Math.min(...files);
}

function isFresh() {
  if (built.some((folder) => !existsSync(join(root, folder)))) return false;
  return Math.max(...sources.flatMap((path) => times(join(root, path)))) < builtAt();
}

export default function buildForTests() {
  if (isFresh()) return;
  const { status } = spawnSync(process.execPath, [join(root, 'esbuild.config.mjs')], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed, so there is nothing to test.');
}
