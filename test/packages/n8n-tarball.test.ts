import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tools/child';
import { publishN8n, read, thirdPartyNotices, type Published } from './published';
import { missingIn } from './requires';

interface Manifest extends Record<string, unknown> {
  name: string;
  version: string;
  keywords: string[];
  author: { name: string; email: string };
  scripts?: Record<string, string>;
  n8n: { n8nNodesApiVersion: number; strict: boolean; nodes: string[]; credentials: string[] };
}

let packed: Published;
let manifest: Manifest;

beforeAll(async () => {
  packed = await publishN8n();
  manifest = JSON.parse(read(packed, 'package.json')) as Manifest;
});

afterAll(() => packed.remove());

describe('what npm publishes for n8n', () => {
  test('is the build, README, LICENSE and package.json, and nothing else', () => {
    const beside = packed.files.filter((file) => !file.startsWith('dist/'));
    expect(beside).toEqual(['LICENSE', 'README.md', 'package.json']);
    const kinds = new Set(packed.files.map((file) => /(?:\.node)?\.\w+$/.exec(file)?.[0]));
    for (const kind of kinds) {
      expect([undefined, '.md', '.json', '.node.json', '.node.js', '.js', '.svg', '.txt']).toContain(kind);
    }
  });

  test('carries the licence of the project', () => {
    expect(read(packed, 'LICENSE')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
    expect(read(packed, 'LICENSE')).toMatch(/^MIT License/);
  });

  test('carries the licences of what is bundled', () => {
    const words = read(packed, 'dist/THIRD-PARTY-LICENSES.txt');
    for (const part of thirdPartyNotices()) expect(words).toContain(part);
    expect(packed.files.filter((file) => file.endsWith('.txt'))).toEqual(['dist/THIRD-PARTY-LICENSES.txt']);
  });

  test('requires nothing but n8n-workflow and Node', () => {
    const scripts = packed.files.filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThanOrEqual(2);
    for (const file of scripts) {
      expect({ file, missing: missingIn(read(packed, file), 'n8n-workflow') }).toEqual({ file, missing: [] });
    }
  });

  test('shows an icon of its own on light and on dark', () => {
    for (const folder of ['dist/nodes/Voiceflow', 'dist/credentials']) {
      const light = read(packed, `${folder}/voiceflow.svg`);
      const dark = read(packed, `${folder}/voiceflow.dark.svg`);
      for (const icon of [light, dark]) expect(icon).toMatch(/^<svg[^>]* viewBox=/);
      expect(dark).not.toBe(light);
    }
  });
});

describe('package.json of the n8n package', () => {
  test('has the name, keyword, licence and links that n8n demands', () => {
    expect(manifest.name).toMatch(/^n8n-nodes-[a-z-]+$/);
    expect(manifest.keywords).toContain('n8n-community-node-package');
    expect(manifest).toMatchObject({
      license: 'MIT',
      description: expect.stringMatching(/^[A-Z].{20,}[^.]$/),
      homepage: expect.stringMatching(/^https:/),
      repository: { type: 'git', url: expect.stringMatching(/^git\+https:/), directory: 'n8n' },
      author: { name: expect.stringMatching(/\S/), email: expect.stringMatching(/^\S+@\S+$/) },
    });
  });

  test('brings no dependency and runs nothing on installation', () => {
    expect(manifest['peerDependencies']).toEqual({ 'n8n-workflow': '*' });
    for (const field of ['dependencies', 'optionalDependencies', 'bundledDependencies', 'overrides']) {
      expect(manifest).not.toHaveProperty(field);
    }
    expect(Object.keys(manifest.scripts ?? {}).filter((name) => name !== 'prepublishOnly')).toEqual([]);
  });

  test('names nodes and credentials that are there, each with a class of its file’s name', () => {
    const { n8nNodesApiVersion, strict, nodes, credentials } = manifest.n8n;
    expect({ n8nNodesApiVersion, strict }).toEqual({ n8nNodesApiVersion: 1, strict: true });
    const built = packed.files.filter((file) => /\.(?:node|credentials)\.js$/.test(file));
    expect([...nodes, ...credentials].sort()).toEqual(built);
    for (const node of nodes) expect(packed.files).toContain(node.replace(/\.js$/, '.json'));
  });
});
