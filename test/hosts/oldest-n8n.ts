/**
 * `npm run test:oldest-n8n`: the packed node in the engine of the oldest n8n that it supports. Folders of other
 * engines may be named: `npm run test:oldest-n8n -- <folder with node_modules/n8n-core>`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { startSandbox } from '../sandbox';
import { checkAcrossRuns } from './oldest-checks/across-runs';
import { checkAnswers } from './oldest-checks/answers';
import { checkBatches } from './oldest-checks/batches';
import type { Bench } from './oldest-checks/bench';
import { inEngine, installEngine, installInto, type EngineVersion } from './oldest-checks/engine';
import { packNode } from './support/n8n-install';
import { reportOn, same } from './support/report';

/** The pair of packages that this n8n brings. */
const oldest: EngineVersion = { n8n: '1.85.4', core: '1.84.0', workflow: '1.83.0' };
const [other] = process.argv.slice(2);
const name = other === undefined ? `n8n ${oldest.n8n}` : basename(other);

void reportOn(`The packed node in the engine of ${name}`, async (report) => {
  const folder = mkdtempSync(join(tmpdir(), 'voiceflow-oldest-'));
  process.stdout.write(`Logs of this run: ${folder}\n`);
  const engine = other === undefined ? await installEngine(oldest) : resolve(other);
  const installed = await installInto(engine, await packNode(folder), folder);
  const sandbox = await startSandbox();
  const credential = {
    apiKey: sandbox.apiKey,
    projectId: sandbox.projectId,
    baseUrl: sandbox.url,
    apiVersion: 'auto',
  };
  const ask: Bench['ask'] = (job) =>
    inEngine(folder, { engine, installed, credential, hasStore: true, ...job });
  const bench: Bench = { report, sandbox, ask };

  report.section('The engine');
  await report.check('It loads the package, and its modules are of the version asked for', async () => {
    const { core, workflow } = await ask({});
    if (other === undefined) same([core, workflow], [oldest.core, oldest.workflow]);
    return `n8n-core ${core}, n8n-workflow ${workflow}`;
  });
  if (report.failures > 0) throw new Error('Where the package does not load, there is nothing to try.');
  await checkAnswers(bench);
  await checkBatches(bench);
  await checkAcrossRuns(bench);
  await sandbox.close();
  if (report.failures === 0) rmSync(folder, { recursive: true });
});
