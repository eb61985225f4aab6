/**
 * Installs what the lock file names, if it is not there; otherwise says nothing. Plain Node, since it runs before
 * anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const oldestNode = [20, 19];

/** Why this Node cannot be used, or null. */
function refuseNode(version) {
  const [major, minor] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `This needs Node ${oldestNode.join('.')} or newer; here it is ${version}. Get a newer one from nodejs.org and run it again.`;
}

/** The packages in a lock file, or in the copy that npm leaves in node_modules when it is done. */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return null;
  }
}

/** npm writes its copy last, so one that is missing also tells of an installation that was interrupted. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  if (wanted === null || present === null) return false;
  const same = (path) =>
    present[path] === undefined
      ? wanted[path].optional === true // Of another platform.
      : present[path].version === wanted[path].version && present[path].integrity === wanted[path].integrity;
  return Object.keys(wanted).every((path) => path === '' || same(path));
}

function install() {
  process.stdout.write('Installing what this project needs: once, one to three minutes.\n');
  const started = Date.now();
  // Tools are development dependencies; NODE_ENV=production would leave them out.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  // Started by npm, we know where it is; otherwise it is on the path.
  const npm = process.env['npm_execpath'];
  const { status } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) return 'npm ci failed; its own words stand above.';
  process.stdout.write(`Installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
  return null;
}

const problem = refuseNode(process.versions.node) ?? (isInstalled() ? null : install());
if (problem !== null) {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
