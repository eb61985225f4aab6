/** `npm run test:zapier`: the built app through Zapier's own tool, and the zip that Zapier would run. */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../sandbox';
import { startZapierCache } from '../support/zapier-cache';
import { packNode } from './support/n8n-install';
import { nodeRuntime } from './support/node-runtime';
import { includes, reportOn, same } from './support/report';
import { checkAction } from './zapier-checks/action';
import { copyApp, unpack } from './zapier-checks/app-copy';
import { connection, type Bench } from './zapier-checks/bench';
import { checkConnection } from './zapier-checks/connection';
import { handlerOf } from './zapier-checks/handler';
import { checkInvoke } from './zapier-checks/invoke';
import { checkPackaging } from './zapier-checks/packaging';
import { toolOn } from './zapier-checks/tool';
import { startZapierServer } from './zapier-checks/zapier-server';

void reportOn('The Zapier app out of its zip', async (report) => {
  const folder = mkdtempSync(join(tmpdir(), 'voiceflow-zapier-'));
  process.stdout.write(`Logs of this run: ${folder}\n`);
  const runtime = await nodeRuntime();
  const [sandbox, cache, zapier] = await Promise.all([
    startSandbox(),
    startZapierCache(),
    startZapierServer(),
  ]);
  const app = await copyApp(folder, runtime);
  const tool = toolOn(app, folder, runtime, zapier.url);
  const built = await tool('build');
  if (built.code !== 0) throw new Error(`\`zapier-platform build\` failed:\n${built.text}`);

  const zip = join(app, 'build/build.zip');
  const unpacked = join(folder, 'unpacked');
  mkdirSync(unpacked);
  const files = unpack(zip, unpacked);
  const handler = handlerOf(unpacked, folder, runtime, `${zapier.url}/logs`);
  const bench: Bench = { report, sandbox, cache, zapier, tool, handler, app, unpacked, files };

  report.section('The zip');
  await report.check('Unpacked into an empty folder, it answers', async () => {
    const { results, error } = await handler({ command: 'definition' });
    same(error, null, 'The error');
    includes(JSON.stringify(results), '"place_outbound_call"', '"platformVersion"');
    same(Object.keys(connection(bench)), fieldsOf(results), 'The fields of the connection');
  });
  await checkPackaging(bench, built);
  await checkConnection(bench);
  await checkAction(bench);
  await checkInvoke(bench);

  report.section('Sizes');
  for (const [what, file] of Object.entries({
    'Zapier’s build.zip': zip,
    'Zapier’s dist/index.js in it': join(unpacked, 'dist/index.js'),
    'The n8n package’s tarball': await packNode(folder),
  })) {
    const { size } = statSync(file);
    report.measured(what, `${size.toLocaleString('en')} bytes (${Math.round(size / 1000)} kB)`);
  }
  await Promise.all([sandbox.close(), cache.close(), zapier.close()]);
  if (report.failures === 0) rmSync(folder, { recursive: true });
});

/** The keys of the connection's fields in the app's definition. */
function fieldsOf(definition: unknown): string[] {
  const { authentication } = definition as { authentication: { fields: { key: string }[] } };
  return authentication.fields.map(({ key }) => key);
}
