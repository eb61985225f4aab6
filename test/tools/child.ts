import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(__dirname, '../..');

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Jest's marks: Zapier's core and n8n's lint rules behave differently when they believe that they are tested. */
const unmarked = { NODE_ENV: undefined, JEST_WORKER_ID: undefined };

/** Runs a program to its end, without a terminal and without input. */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Readonly<Record<string, string | undefined>> } = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...unmarked, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const finished: Finished = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (finished.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (finished.stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...finished, code }));
  });
}

/** Runs a TypeScript file of this project in a Node process of its own. */
export function runScript(
  file: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Finished> {
  return run(process.execPath, ['--import', 'tsx', join(root, file), ...args], { env });
}
