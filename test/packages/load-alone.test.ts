import { run } from '../tools/child';
import { provide, publishN8n, publishZapier, read, thirdPartyNotices, type Published } from './published';
import { missingIn } from './requires';

/** Evaluates an expression in a Node process that starts in the folder; what it gives comes back as JSON. */
async function evaluate({ folder }: Published, expression: string): Promise<unknown> {
  const script = `process.stdout.write('\\n' + JSON.stringify(${expression}))`;
  const env = { NODE_PATH: '', NODE_OPTIONS: '' };
  const { code, stdout, stderr } = await run(process.execPath, ['-e', script], { cwd: folder, env });
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout.split('\n').at(-1) ?? '');
}

describe('the published n8n package, by itself', () => {
  let packed: Published;

  beforeAll(async () => {
    packed = await publishN8n();
    provide(packed, 'n8n-workflow');
  });

  afterAll(() => packed.remove());

  test('gives the node', async () => {
    const description = await evaluate(
      packed,
      `new (require('./dist/nodes/Voiceflow/Voiceflow.node.js').Voiceflow)().description`,
    );
    expect(description).toMatchObject({
      displayName: 'Voiceflow',
      name: 'voiceflow',
      version: 1,
      usableAsTool: true,
      credentials: [{ name: 'voiceflowApi', required: true }],
    });
  });

  test('gives the credential', async () => {
    const credential = await evaluate(
      packed,
      `new (require('./dist/credentials/VoiceflowApi.credentials.js').VoiceflowApi)()`,
    );
    expect(credential).toMatchObject({ name: 'voiceflowApi', displayName: 'Voiceflow API' });
  });

  test('sees no other module of this project', async () => {
    await expect(evaluate(packed, `require('libphonenumber-js')`)).rejects.toThrow('Cannot find module');
  });
});

describe('the published Zapier app, by itself', () => {
  let app: Published;

  beforeAll(() => {
    app = publishZapier();
    provide(app, 'zapier-platform-core');
  });

  afterAll(() => app.remove());

  test('gives the app', async () => {
    // The path that Zapier's wrapper loads, whatever `main` says.
    expect(await evaluate(app, `require('./index.js')`)).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      platformVersion: '19.1.0',
      authentication: { type: 'custom' },
      creates: { place_outbound_call: { key: 'place_outbound_call', noun: 'Call' } },
    });
  });

  test('requires nothing but Zapier’s platform and Node', () => {
    // index.js only points to the bundle.
    const scripts = app.files.filter((file) => file.startsWith('dist/') && file.endsWith('.js'));
    expect(scripts).toContain('dist/index.js');
    for (const file of scripts) {
      expect({ file, missing: missingIn(read(app, file), 'zapier-platform-core') }).toEqual({
        file,
        missing: [],
      });
    }
  });

  test('carries the licences of what is bundled, in the one script that Zapier packs', () => {
    const script = read(app, 'dist/index.js');
    for (const part of thirdPartyNotices()) expect(script).toContain(part);
  });

  test('pins the platform, and only that', () => {
    const manifest = JSON.parse(read(app, 'package.json')) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      main: 'index.js',
      dependencies: { 'zapier-platform-core': '19.1.0' },
    });
    expect(Object.keys(manifest['dependencies'] as object)).toEqual(['zapier-platform-core']);
  });
});
