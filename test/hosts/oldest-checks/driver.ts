/**
 * Runs a job in an n8n engine of any age. A process of its own, in which n8n's modules come from one folder only:
 * two versions in one process would share their registry of services.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { memoryStore } from './deduplication';
import { editorAnswers, type Core, type Types } from './editor-questions';
import type { Answer, Job, RunJob, RunAnswer } from './job';
import { additionalData, readRun, runDataFor, workflowFor, type Workflows } from './old-engine';

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Job;
const load = createRequire(join(job.engine, 'package.json'));
const version = (name: string): string => (load(`${name}/package.json`) as { version: string }).version;

async function main(): Promise<void> {
  // n8n-core needs it and expects that n8n has loaded it; the oldest ones do without.
  if (isThere('reflect-metadata')) load('reflect-metadata');
  const core = load('n8n-core') as Core;
  const workflows = load('n8n-workflow') as Workflows;
  const loader = new core.PackageDirectoryLoader(job.installed);
  await loader.loadAll();
  const types: Types = {
    node: loader.getNode('voiceflow').type as Types['node'],
    credential: loader.getCredential('voiceflowApi').type,
  };
  if (job.hasStore) await core.DataDeduplicationService.init(memoryStore());

  const runs: RunAnswer[] = [];
  for (const run of job.runs ?? []) runs.push(await execute(core, workflows, types, run));
  const editor = job.editor === true ? await editorAnswers(core, workflows, types, job) : null;
  // What goes wrong in the background shows up a moment after the end.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const answer: Answer = {
    core: version('n8n-core'),
    workflow: version('n8n-workflow'),
    runs,
    credentialTest: editor?.credentialTest ?? null,
    fields: editor?.fields ?? null,
  };
  writeFileSync(job.answerFile, JSON.stringify(answer));
}

async function execute(core: Core, workflows: Workflows, types: Types, run: RunJob): Promise<RunAnswer> {
  const { workflow, node } = workflowFor(workflows, types, run);
  const mode = run.mode ?? 'manual';
  const additional = additionalData(types, job.credential, run.executionId);
  additional.hooks = new core.ExecutionLifecycleHooks(mode, run.executionId ?? '1', {
    id: 'workflow-1',
    name: 'Test',
    active: false,
    isArchived: false,
    createdAt: new Date(0),
    updatedAt: new Date(0),
    activeVersionId: null,
    nodes: [node],
    connections: {},
  });
  const startedAt = Date.now();
  const runData = runDataFor(node, run.items ?? [{}]);
  const running = new core.WorkflowExecute(additional, mode, runData).processRunExecutionData(workflow);
  if (run.stopAfterMs !== undefined) setTimeout(() => void running.cancel(), run.stopAfterMs);
  return readRun(await running, Date.now() - startedAt);
}

function isThere(name: string): boolean {
  try {
    load.resolve(name);
    return true;
  } catch {
    return false;
  }
}

main().then(
  // Of itself it would wait for sockets that are kept open for the next request.
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
