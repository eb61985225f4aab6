import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runScript } from '../tools/child';
import { publishN8n, type Published } from './published';

let packed: Published;

beforeAll(async () => {
  packed = await publishN8n();
});

afterAll(() => packed.remove());

async function scan(
  leg: 'source' | 'packed',
  folder: string,
): Promise<{ passed: boolean; details?: string }> {
  const { stdout, stderr } = await runScript('test/packages/scan.ts', [leg, folder]);
  const last = stdout.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) throw new Error(`The scan gave no verdict: ${stdout}${stderr}`);
  return JSON.parse(last) as { passed: boolean; details?: string };
}

describe('n8n’s scan of community packages', () => {
  test('passes the source', async () => {
    expect(await scan('source', join(root, 'n8n'))).toEqual({ passed: true });
  });

  test('passes what is published, and is awake', async () => {
    expect(await scan('packed', packed.folder)).toEqual({ passed: true });

    const node = join(packed.folder, 'dist/nodes/Voiceflow/Voiceflow.node.js');
    writeFileSync(node, 'setTimeout(() => {}, 1);\n');
    const spoilt = await scan('packed', packed.folder);
    expect(spoilt.passed).toBe(false);
    expect(spoilt.details).toContain('no-restricted-globals');
  });
});
