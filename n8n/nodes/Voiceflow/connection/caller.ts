import { createHash } from 'node:crypto';
import { sleep, type IExecuteFunctions, type ILoadOptionsFunctions } from 'n8n-workflow';
import { createCaller, parseConnection, type Caller, type HttpClient, type Host } from '../../../../shared';
import { readCredential } from './credential';
import { createHttpClient } from './http-client';

/** What the core may use of this machine. Timers are n8n's own, since community nodes may not set any. */
export const machine: Omit<Host, 'http'> = {
  now: Date.now,
  random: Math.random,
  sleep: interruptible,
  hash: (text) => createHash('sha256').update(text).digest('hex'),
};

export function hostWith(http: HttpClient): Host {
  return { ...machine, http };
}

/**
 * The core at work with the credential of this node.
 * @throws CallError `invalid-setting`
 */
export async function callerFor(context: IExecuteFunctions | ILoadOptionsFunctions): Promise<Caller> {
  const connection = parseConnection(await readCredential(context));
  return createCaller(connection, hostWith(createHttpClient(context)));
}

/** n8n's own sleep takes no signal up to version 2.0, and would keep a stopped run waiting. */
async function interruptible(ms: number, signal: AbortSignal): Promise<void> {
  let end = (): void => undefined;
  const aborted = new Promise<void>((resolve) => {
    end = resolve;
  });
  signal.addEventListener('abort', end, { once: true });
  try {
    await Promise.race([sleep(ms, signal), aborted]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}
