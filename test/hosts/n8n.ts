/** `npm run test:n8n`: the packed node in the real n8n. The first run installs n8n, which takes 5 to 8 minutes. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../sandbox';
import { checkAgentTool } from './n8n-checks/agent-tool';
import type { Bench } from './n8n-checks/bench';
import { checkPanel } from './n8n-checks/panel';
import { checkRepeats } from './n8n-checks/repeats';
import { checkRuns } from './n8n-checks/runs';
import { connectN8n } from './support/n8n-api';
import { installN8n, installNode, n8nVersion, packNode } from './support/n8n-install';
import { createN8n } from './support/n8n-process';
import { nodeRuntime } from './support/node-runtime';
import { reportOn } from './support/report';

void reportOn(`The packed node in n8n ${n8nVersion}`, async (report) => {
  const userFolder = mkdtempSync(join(tmpdir(), 'voiceflow-n8n-'));
  process.stdout.write(`Logs and data of this run: ${userFolder}\n`);
  const runtime = await nodeRuntime();
  const command = await installN8n(runtime);
  const tarball = await packNode(userFolder);
  await installNode(tarball, userFolder, runtime);
  report.measured('Size of the tarball', `${Math.round(statSync(tarball).size / 1024)} kB`);

  const sandbox = await startSandbox();
  const n8n = await createN8n({ runtime, n8n: command, userFolder });
  const server = await n8n.start();
  const api = await connectN8n(n8n.url);
  const credentialId = await api.createCredential('Voiceflow', 'voiceflowApi', {
    apiKey: sandbox.apiKey,
    projectId: sandbox.projectId,
    baseUrl: sandbox.url,
    apiVersion: 'auto',
  });
  const use = { credentialId, outboundApi: sandbox.phoneNumberId };
  const bench: Bench = { report, sandbox, n8n, server, api, use };

  await checkPanel(bench);
  await checkRuns(bench);
  await checkRepeats(bench);
  await checkAgentTool(bench);
  await bench.server.end();
  await sandbox.close();
  if (report.failures === 0) rmSync(userFolder, { recursive: true });
});
