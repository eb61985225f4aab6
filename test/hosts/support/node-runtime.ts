import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cached } from './cache';
import { npmInstall } from './npm';

/** n8n 2.41 asks for Node 24, Zapier's command-line tool for 22 or later; the checkout works with 20. */
const version = '24.21.0';

export interface NodeRuntime {
  readonly node: string;
  /** Holds `bin` and the headers in `include`. */
  readonly home: string;
  /** PATH with this Node first, so that `npm` and whatever it starts run under it too. */
  readonly path: string;
}

/** Node 24 as an ordinary package of npm, which needs neither an installer nor an archive from elsewhere. */
export async function nodeRuntime(): Promise<NodeRuntime> {
  const platform = platformPackage();
  const folder = await cached('node', version, async (part) => {
    mkdirSync(part, { recursive: true });
    writeFileSync(join(part, 'package.json'), '{"private": true}\n');
    await npmInstall(part, ['--no-save', '--ignore-scripts', `${platform}@${version}`]);
  });
  const home = join(folder, 'node_modules', platform);
  const node = join(home, 'bin', 'node');
  return { node, home, path: `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}` };
}

/** The names that the package `node` chooses from in its install script. */
function platformPackage(): string {
  const { platform, arch } = process;
  if (platform === 'win32') throw new Error('These scripts need Linux, macOS, or WSL on Windows.');
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${arch}`;
}
