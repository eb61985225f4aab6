import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached } from './cache';
import type { NodeRuntime } from './node-runtime';
import { npm, npmInstall } from './npm';
import { run } from './processes';

export const n8nVersion = '2.41.1';

export const checkout = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** The installed n8n's command. */
export async function installN8n({ node, home, path }: NodeRuntime): Promise<string> {
  const folder = await cached('n8n', n8nVersion, async (part) => {
    const manifest = {
      private: true,
      dependencies: { n8n: n8nVersion },
      // One of its pins asks for a version that was withdrawn.
      overrides: { linkedom: '0.18.12' },
    };
    writeFileSync(join(part, 'package.json'), JSON.stringify(manifest, null, 2));
    const env = { ...process.env, PATH: path, npm_config_nodedir: home };
    process.stdout.write('  its 1,800 packages, about 2.7 GB: 3 to 6 minutes\n');
    // Without install scripts: that of a Kafka client downloads a library, and fails where it may not.
    await npmInstall(part, ['--ignore-scripts', '--omit=dev'], { env });
    process.stdout.write('  its SQLite, from source: 2 minutes\n');
    // The flag, since npm hands the settings of this checkout, which switch scripts off, on to whatever it runs.
    await npm(part, ['rebuild', 'sqlite3', '--ignore-scripts=false'], { env });
    // npm is content when it has built nothing.
    const log = join(part, 'sqlite.log');
    await run({ command: node, args: ['--eval', "require('sqlite3')"], cwd: part, env, log }, 30_000);
  });
  return join(folder, 'node_modules/n8n/bin/n8n');
}

/** Builds and packs the node as it would be published. @returns the path of the tarball */
export async function packNode(into: string): Promise<string> {
  await npm(checkout, ['run', 'build', '--silent'], { log: join(into, 'build.log') });
  const packing = ['pack', '--ignore-scripts', '--pack-destination', into];
  await npm(join(checkout, 'n8n'), packing, { log: join(into, 'pack.log') });
  const tarball = readdirSync(into).find((file) => file.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack made no tarball');
  return join(into, tarball);
}

/** Installs the tarball as n8n itself installs a community node: into the folder `nodes` of its user. */
export async function installNode(tarball: string, userFolder: string, { path }: NodeRuntime): Promise<void> {
  const nodes = join(userFolder, '.n8n/nodes');
  mkdirSync(nodes, { recursive: true });
  const name = 'n8n-nodes-voiceflow.tgz';
  cpSync(tarball, join(nodes, name));
  writeFileSync(join(nodes, 'package.json'), '{"name": "installed-nodes", "private": true}\n');
  const flags = ['--ignore-scripts', '--omit=dev', '--omit=peer', '--legacy-peer-deps'];
  await npm(nodes, ['install', ...flags, `./${name}`], { env: { ...process.env, PATH: path } });
}
