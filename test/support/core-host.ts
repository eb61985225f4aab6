import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { createCaller, parseConnection, type Caller, type Host, type RawConnection } from '../../shared';
import { nodeHttpClient } from './node-http-client';

/** Node's own clock and timers, as the adapters hand them to the core. */
export function nodeHost(apiKey: string): Host {
  return {
    http: nodeHttpClient(apiKey),
    now: Date.now,
    random: Math.random,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    sleep: (ms, signal) => setTimeout(ms, undefined, { signal }),
  };
}

/** The core by itself, over a real socket. */
export function coreCaller(raw: RawConnection): Caller {
  const connection = parseConnection(raw);
  return createCaller(connection, nodeHost(connection.apiKey));
}
