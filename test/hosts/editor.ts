/**
 * `npm run test:editor`: the node in the editor of a real n8n, in a browser. With `-- --docs` the pictures that it
 * takes replace those of the docs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../sandbox';
import type { EditorBench } from './editor-checks/bench';
import { checkCredential } from './editor-checks/credential';
import { checkPolicy } from './editor-checks/policy';
import { checkStep } from './editor-checks/step';
import { checkVariables } from './editor-checks/variables';
import { startBrowser } from './support/browser';
import { Editor } from './support/editor-page';
import { connectN8n } from './support/n8n-api';
import { checkout, installN8n, installNode, n8nVersion, packNode } from './support/n8n-install';
import { createN8n } from './support/n8n-process';
import { nodeRuntime } from './support/node-runtime';
import { reportOn } from './support/report';
import { chain, constant, manualTrigger } from './support/workflows';

void reportOn(`The node in the editor of n8n ${n8nVersion}`, async (report) => {
  const userFolder = mkdtempSync(join(tmpdir(), 'voiceflow-editor-'));
  process.stdout.write(`Logs and data of this run: ${userFolder}\n`);
  const browser = await startBrowser(userFolder);
  const runtime = await nodeRuntime();
  const command = await installN8n(runtime);
  await installNode(await packNode(userFolder), userFolder, runtime);

  const sandbox = await startSandbox();
  const n8n = await createN8n({ runtime, n8n: command, userFolder });
  const server = await n8n.start();
  const api = await connectN8n(n8n.url);
  const customer = { ...constant({ name: 'Ada Lovelace', phone: '+1 212 555 0100', agreed: 'yes' }) };
  customer.name = 'Customer';
  const workflowId = await api.createWorkflow(chain('Appointment reminder', manualTrigger(), customer));

  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  page.setDefaultTimeout(15_000);
  const pictures = process.argv.includes('--docs') ? join(checkout, 'n8n/screenshots') : userFolder;
  const editor = new Editor(page, n8n.url);
  const bench: EditorBench = { report, sandbox, page, editor, workflowId, pictures };
  await checkCredential(bench);
  await checkVariables(bench);
  await checkPolicy(bench);
  await checkStep(bench);

  if (report.failures === 0) rmSync(userFolder, { recursive: true, force: true });
  else await page.screenshot({ path: join(userFolder, 'when-it-ended.png') });
  await browser.close();
  await server.end();
  await sandbox.close();
});
