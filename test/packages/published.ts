import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, run } from '../tools/child';

/** What a user gets, unpacked in a folder of its own outside of this project. */
export interface Published {
  folder: string;
  /** Paths below the folder, with slashes, sorted. */
  files: string[];
  remove(): void;
}

/** Packs the n8n package as `npm publish` does, and unpacks it as n8n does. */
export async function publishN8n(): Promise<Published> {
  const parent = mkdtempSync(join(tmpdir(), 'voiceflow-packed-'));
  // Other than `npm publish`, no script may run: whatever builds, builds before.
  const pack = ['pack', '--ignore-scripts', '--pack-destination', parent];
  await succeed('npm', pack, join(root, 'n8n'), { npm_config_loglevel: 'error' });
  const [tarball] = readdirSync(parent);
  if (tarball === undefined) throw new Error('npm pack left no file');
  await succeed('tar', ['-xzf', tarball], parent);
  return published(parent, join(parent, 'package'));
}

/** What Zapier's build puts in its archive of ours: the bundle and package.json; the platform is its own. */
export function publishZapier(): Published {
  const folder = mkdtempSync(join(tmpdir(), 'voiceflow-zapier-'));
  for (const path of ['dist', 'index.js', 'package.json']) {
    cpSync(join(root, 'zapier', path), join(folder, path), { recursive: true });
  }
  return published(folder, folder);
}

/** Lets the folder resolve one module of this project, and no other. */
export function provide({ folder }: Published, name: string): void {
  const link = join(folder, 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), link, 'junction');
}

export function read({ folder }: Published, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** What the licences of bundled work ask to be passed on. */
export function thirdPartyNotices(): string[] {
  const texts = ['LICENSE', 'LICENSE.Apache'].map((file) =>
    readFileSync(join(root, 'node_modules/libphonenumber-js', file), 'utf8').trimEnd(),
  );
  return [...texts, 'Copyright (C) The Libphonenumber Authors', 'map_data.txt', 'Changed: '];
}

function published(parent: string, folder: string): Published {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  return { folder, files, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

async function succeed(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<void> {
  const { code, stderr } = await run(command, args, { cwd, env });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
}
