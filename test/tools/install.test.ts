import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run, type Finished } from './child';

let project: string;

/** Stands in for npm: notes what it was asked and leaves what npm leaves, unless it is to fail. */
const fakeNpm = `
  const { appendFileSync, copyFileSync, mkdirSync } = require('node:fs');
  appendFileSync('asked.txt', process.argv.slice(2).join(' ') + '\\n');
  console.error('npm warn something that does not matter');
  if (process.env.FAIL) process.exit(1);
  mkdirSync('node_modules', { recursive: true });
  copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
`;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'voiceflow-install-'));
  mkdirSync(join(project, 'test/tools'), { recursive: true });
  cpSync(join(root, 'test/tools/install.mjs'), join(project, 'test/tools/install.mjs'));
  writeFileSync(join(project, 'npm-cli.js'), fakeNpm);
  lock({ 'node_modules/a': { version: '1.0.0', integrity: 'x' } });
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

function lock(packages: object, file = 'package-lock.json'): void {
  writeFileSync(join(project, file), JSON.stringify({ packages: { '': {}, ...packages } }));
}

function install(env: Record<string, string> = {}): Promise<Finished> {
  return run(process.execPath, ['test/tools/install.mjs'], {
    cwd: project,
    env: { npm_execpath: join(project, 'npm-cli.js'), ...env },
  });
}

function asked(): string[] {
  return readFileSync(join(project, 'asked.txt'), 'utf8').trim().split('\n');
}

test('installs once, then says nothing', async () => {
  const first = await install();
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/^Installing .*\nInstalled in \d+ s\.\n$/);
  expect(asked()).toEqual(['ci --include=dev --no-audit --no-fund']);

  expect(await install()).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(asked()).toHaveLength(1);
});

test.each([
  ['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'x' } }],
  ['other content', { 'node_modules/a': { version: '1.0.0', integrity: 'y' } }],
  ['one more package', { 'node_modules/a': { version: '1.0.0', integrity: 'x' }, 'node_modules/b': {} }],
])('installs again when the lock file names %s', async (_, packages) => {
  await install();
  lock(packages);
  await install();
  expect(asked()).toHaveLength(2);
});

test('does not miss what another platform needs', async () => {
  await install();
  lock({
    'node_modules/a': { version: '1.0.0', integrity: 'x' },
    'node_modules/a-for-windows': { version: '1.0.0', optional: true },
  });
  await install();
  expect(asked()).toHaveLength(1);
});

test('ends with npm’s failure, and tries again the next time', async () => {
  const { code, stderr } = await install({ FAIL: '1' });
  expect(code).toBe(1);
  expect(stderr).toContain('npm ci failed');
  expect((await install()).code).toBe(0);
});
