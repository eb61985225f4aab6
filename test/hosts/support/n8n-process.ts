import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeRuntime } from './node-runtime';
import { freePort, run, start, waitFor, type Running } from './processes';

export interface N8nSetup {
  readonly runtime: NodeRuntime;
  /** Path of n8n's command. */
  readonly n8n: string;
  /** Everything that this n8n writes, and its logs. */
  readonly userFolder: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** One n8n of our own on loopback. It can be killed and started again on the same data. */
export interface N8nProcess {
  readonly url: string;
  /** Starts it, and waits until it takes requests. */
  start(): Promise<Running>;
  /** One of n8n's other commands, such as `execute`, on the same data. @returns the path of its output */
  command(args: readonly string[], timeoutMs?: number): Promise<string>;
}

/** What makes n8n keep to itself: nothing may leave the machine, and nobody is asked to register. */
const quiet: NodeJS.ProcessEnv = {
  N8N_LISTEN_ADDRESS: '127.0.0.1',
  N8N_SECURE_COOKIE: 'false',
  N8N_DIAGNOSTICS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
  N8N_TEMPLATES_ENABLED: 'false',
  N8N_PERSONALIZATION_ENABLED: 'false',
  N8N_HIRING_BANNER_ENABLED: 'false',
  N8N_VERIFIED_PACKAGES_ENABLED: 'false',
  N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
  N8N_DISABLED_MODULES: 'mcp-registry,instance-ai,chat-hub,insights,external-secrets,source-control',
  N8N_ENCRYPTION_KEY: 'a key for tests only',
  N8N_LOG_LEVEL: 'info',
  GENERIC_TIMEZONE: 'Europe/Copenhagen',
};

export async function createN8n(setup: N8nSetup): Promise<N8nProcess> {
  const { runtime, n8n, userFolder } = setup;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const command = { command: runtime.node, cwd: userFolder };
  let logs = 0;

  return {
    url,
    async start() {
      logs += 1;
      const log = join(userFolder, `start-${logs}.log`);
      const env = { ...(await n8nEnv(setup)), N8N_PORT: String(port) };
      const process = start({ ...command, args: [n8n, 'start'], env, log });
      await waitUntilReady(process, 'Editor is now accessible');
      return process;
    },
    async command(args, timeoutMs = 120_000) {
      logs += 1;
      const log = join(userFolder, `${args[0] ?? 'command'}-${logs}.log`);
      await run({ ...command, args: [n8n, ...args], env: await n8nEnv(setup), log }, timeoutMs);
      return log;
    },
  };
}

/** A worker of queue mode, which shares the database and the queue with the main process. */
export async function startWorker(setup: N8nSetup, name: string): Promise<Running> {
  const { runtime, n8n, userFolder } = setup;
  const env = { ...(await n8nEnv(setup)), QUEUE_HEALTH_CHECK_PORT: String(await freePort()) };
  const log = join(userFolder, `${name}.log`);
  const process = start({ command: runtime.node, args: [n8n, 'worker'], cwd: userFolder, env, log });
  await waitUntilReady(process, 'n8n worker is now ready');
  return process;
}

/** Nothing of the caller's own environment but the path: settings of another n8n, or a proxy, would count. */
async function n8nEnv({ runtime, userFolder, env }: N8nSetup): Promise<NodeJS.ProcessEnv> {
  return {
    PATH: runtime.path,
    HOME: userFolder,
    N8N_USER_FOLDER: userFolder,
    N8N_RUNNERS_BROKER_PORT: String(await freePort()),
    DB_TYPE: 'sqlite',
    ...quiet,
    ...env,
  };
}

async function waitUntilReady(process: Running, word: string): Promise<void> {
  let code: number | null | undefined;
  void process.exited.then((exitCode) => (code = exitCode));
  await waitFor(
    `n8n, see ${process.log}`,
    () => code !== undefined || readFileSync(process.log, 'utf8').includes(word),
    { timeoutMs: 120_000 },
  );
  if (code !== undefined) throw new Error(`n8n ended with code ${code}, see ${process.log}`);
}
