import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';

export interface Command {
  command: string;
  args: readonly string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Where its words go. A file and not a pipe: n8n hangs when its pipe closes. */
  log: string;
}

/** A process of ours, in a process group of its own, so that its children can be ended with it. */
export interface Running {
  readonly pid: number;
  readonly log: string;
  /** The exit code; `null` if a signal ended it. */
  readonly exited: Promise<number | null>;
  /** Sends a signal to the whole group, and waits until its leader is gone; SIGKILL after 20 seconds. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

const running = new Set<Running>();

export function start({ command, args, cwd, env, log }: Command): Running {
  const file = openSync(log, 'a');
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', file, file] });
  closeSync(file);
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code));
  });
  // Whoever needs the failure awaits it; nobody needs to.
  exited.catch(() => undefined);
  const process: Running = { pid: child.pid ?? -1, log, exited, end: (signal) => end(child, exited, signal) };
  running.add(process);
  const forget = (): unknown => running.delete(process);
  exited.then(forget, forget);
  return process;
}

/** Runs a command to its end. @throws an error with the end of its log if it fails or takes too long */
export async function run(command: Command, timeoutMs: number): Promise<void> {
  const code = await exitCode(command, timeoutMs);
  if (code === 0) return;
  const why = code === null ? `did not end within ${timeoutMs / 1000} s` : `ended with code ${code}`;
  const words = [command.command, ...command.args].join(' ');
  throw new Error(`${words} ${why}. The end of ${command.log}:\n${endOf(command.log)}`);
}

/** Runs a command to its end. @returns its exit code; `null` if it had to be ended */
export async function exitCode(command: Command, timeoutMs: number): Promise<number | null> {
  const process = start(command);
  const timer = setTimeout(() => void process.end('SIGKILL'), timeoutMs);
  try {
    return await process.exited;
  } finally {
    clearTimeout(timer);
  }
}

export function endOf(log: string, lines = 25): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

/** Ends everything that is still running; every script calls it last. */
export async function endAll(): Promise<void> {
  await Promise.all([...running].map((process) => process.end()));
}

/** A port of loopback that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again and again until there is an answer that is neither undefined, null nor false, and not an error. */
export async function waitFor<T>(
  what: string,
  ask: () => T | Promise<T>,
  { timeoutMs = 60_000, everyMs = 100 } = {},
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeoutMs;
  let last: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    await pause(everyMs);
  } while (Date.now() < deadline);
  const why = last instanceof Error ? `: ${last.message}` : '';
  throw new Error(`Waited ${timeoutMs / 1000} s for ${what}${why}`);
}

async function end(
  child: ChildProcess,
  exited: Promise<unknown>,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  signalGroup(pid, signal);
  const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), 20_000);
  await exited.catch(() => undefined);
  clearTimeout(timer);
  // A child that outlived its parent.
  signalGroup(pid, 'SIGKILL');
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}
