import { cpSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { checkout } from '../support/n8n-install';
import type { NodeRuntime } from '../support/node-runtime';
import { npm, npmInstall } from '../support/npm';

/** Builds the app and copies what is published into a folder of its own, with the platform from the registry. */
export async function copyApp(into: string, { path }: NodeRuntime): Promise<string> {
  await npm(checkout, ['run', 'build', '--silent'], { log: join(into, 'npm-build.log') });
  const app = join(into, 'app');
  mkdirSync(app);
  for (const path of ['index.js', 'package.json', '.gitignore', 'dist']) {
    cpSync(join(checkout, 'zapier', path), join(app, path), { recursive: true });
  }
  const env = { ...process.env, PATH: path };
  await npmInstall(app, ['--omit=dev'], { env, log: join(into, 'npm-install.log') });
  return app;
}

interface ZipEntry {
  readonly entryName: string;
  readonly isDirectory: boolean;
}

interface ZipFile {
  getEntries(): ZipEntry[];
  extractAllTo(folder: string): void;
}

// It comes with Zapier's tool, without types.
const load = createRequire(join(checkout, 'node_modules/zapier-platform-cli/package.json'));
const Zip = load('adm-zip') as new (file: string) => ZipFile;

/** Unpacks a zip into an empty folder. @returns the paths of its files */
export function unpack(file: string, folder: string): string[] {
  const zip = new Zip(file);
  zip.extractAllTo(folder);
  return zip
    .getEntries()
    .filter(({ isDirectory }) => !isDirectory)
    .map(({ entryName }) => entryName)
    .sort();
}
