import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Bundle, ZObject } from 'zapier-platform-core';
import { createCaller, parseConnection, type Caller, type RawConnection } from '../../shared';
import { createHttpClient } from './http-client';

/** The connection's fields in the core's names. */
function readConnection(authData: Readonly<Record<string, unknown>>): RawConnection {
  return {
    apiKey: authData['api_key'],
    projectId: authData['project_id'],
    baseUrl: authData['base_url'],
    apiVersion: authData['api_version'],
  };
}

/**
 * The core at work for one step of a Zap.
 * @throws CallError `invalid-setting`
 */
export function callerFor(z: ZObject, bundle: Pick<Bundle, 'authData'>): Caller {
  const connection = parseConnection(readConnection(bundle.authData));
  return createCaller(connection, {
    http: createHttpClient(z, connection),
    now: Date.now,
    random: Math.random,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    sleep: (ms, signal) => setTimeout(ms, undefined, { signal }),
  });
}
