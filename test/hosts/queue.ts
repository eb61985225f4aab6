/** `npm run test:queue`: n8n's queue mode, with a main process and two workers on Redis and PostgreSQL. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../sandbox';
import type { QueueBench } from './queue-checks/bench';
import { checkRepeats } from './queue-checks/repeats';
import { checkSpread } from './queue-checks/spread';
import { connectN8n } from './support/n8n-api';
import { installN8n, installNode, n8nVersion, packNode } from './support/n8n-install';
import { createN8n, startWorker, type N8nSetup } from './support/n8n-process';
import { nodeRuntime } from './support/node-runtime';
import { startOwnServices } from './support/own-services';
import type { Running } from './support/processes';
import { reportOn } from './support/report';

void reportOn(`Two workers of n8n ${n8nVersion} on Redis and PostgreSQL`, async (report) => {
  const folder = mkdtempSync(join(tmpdir(), 'voiceflow-queue-'));
  process.stdout.write(`Logs and data of this run: ${folder}\n`);
  const runtime = await nodeRuntime();
  const command = await installN8n(runtime);
  const tarball = await packNode(folder);
  const env = {
    ...(await startOwnServices(folder)),
    EXECUTIONS_MODE: 'queue',
    QUEUE_HEALTH_CHECK_ACTIVE: 'true',
    OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
  };

  // Each process has a folder of its own, as on machines of their own, and the node is installed in each.
  const setupOf = async (name: string): Promise<N8nSetup> => {
    const userFolder = join(folder, name);
    mkdirSync(userFolder);
    await installNode(tarball, userFolder, runtime);
    return { runtime, n8n: command, userFolder, env };
  };
  const n8n = await createN8n(await setupOf('main'));
  const server = await n8n.start();
  const setups = await Promise.all(['worker-1', 'worker-2'].map(setupOf));
  let starts = 0;
  const startWorkers = (): Promise<Running[]> => {
    starts += 1;
    return Promise.all(
      setups.map((setup, index) => startWorker(setup, `worker-${index + 1}-start-${starts}`)),
    );
  };

  const sandbox = await startSandbox();
  const api = await connectN8n(n8n.url);
  const credentialId = await api.createCredential('Voiceflow', 'voiceflowApi', {
    apiKey: sandbox.apiKey,
    projectId: sandbox.projectId,
    baseUrl: sandbox.url,
    apiVersion: 'auto',
  });
  const use = { credentialId, outboundApi: sandbox.phoneNumberId };
  const workers = await startWorkers();
  const bench: QueueBench = { report, sandbox, n8n, server, api, use, workers, startWorkers };

  await checkSpread(bench);
  await checkRepeats(bench);
  await sandbox.close();
  // n8n first, or it would complain that its database is gone.
  await Promise.all([server, ...bench.workers].map((process) => process.end()));
  if (report.failures === 0) process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
});
