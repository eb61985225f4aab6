import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached } from '../support/cache';
import { npmInstall } from '../support/npm';
import { run } from '../support/processes';
import { checkout } from '../support/n8n-install';
import type { Answer, Job } from './job';

/** A version of n8n and the two packages of it that run a node. */
export interface EngineVersion {
  readonly n8n: string;
  readonly core: string;
  readonly workflow: string;
}

/** n8n's engine from the registry, without the rest of n8n. @returns its folder */
export function installEngine({ n8n, core, workflow }: EngineVersion): Promise<string> {
  return cached('n8n-engine', n8n, async (part) => {
    const dependencies = { 'n8n-core': core, 'n8n-workflow': workflow };
    writeFileSync(join(part, 'package.json'), JSON.stringify({ private: true, dependencies }, null, 2));
    await npmInstall(part, ['--ignore-scripts', '--omit=dev']);
  });
}

/**
 * Unpacks the tarball where n8n would install it, with this engine's n8n-workflow and nothing else in reach.
 * @returns the package's folder
 */
export async function installInto(engine: string, tarball: string, folder: string): Promise<string> {
  const modules = join(folder, 'node_modules');
  const installed = join(modules, 'n8n-nodes-voiceflow');
  mkdirSync(installed, { recursive: true });
  const args = ['-xzf', tarball, '--strip-components=1', '-C', installed];
  await run({ command: 'tar', args, log: join(folder, 'tar.log') }, 30_000);
  symlinkSync(join(engine, 'node_modules/n8n-workflow'), join(modules, 'n8n-workflow'), 'junction');
  return installed;
}

const driver = join(dirname(fileURLToPath(import.meta.url)), 'driver.ts');

/** Does a job in a process of its own. @throws if the process crashes, or is not done in time */
export async function inEngine(folder: string, job: Omit<Job, 'answerFile'>): Promise<Answer> {
  const place = mkdtempSync(join(folder, 'job-'));
  const answerFile = join(place, 'answer.json');
  const jobFile = join(place, 'job.json');
  writeFileSync(jobFile, JSON.stringify({ ...job, answerFile } satisfies Job));
  const env = {
    ...process.env,
    N8N_USER_FOLDER: folder,
    N8N_ENCRYPTION_KEY: 'a key for tests only',
    N8N_LOG_LEVEL: 'silent',
  };
  const args = ['--import', 'tsx', driver, jobFile];
  await run({ command: process.execPath, args, cwd: checkout, env, log: join(place, 'log') }, 60_000);
  return JSON.parse(readFileSync(answerFile, 'utf8')) as Answer;
}
