import type { ZObject } from 'zapier-platform-core';
import { keyValueLedger, parseRepeatWindow, type KeyValueStore, type Ledger } from '../../shared';

/** Marks belong to the connection: two people's Zaps do not see each other's. */
const scope = ['auth'];

/** What Zapier's cache says where there is none: in its local tool without an account. */
const noStore = /no token found|no deploy key found|rpc is not available/i;

/**
 * The ledger of a step, in Zapier's cache. The mark of a request in flight is always there, so that a replay
 * of a step that was killed or whose outcome is unknown does not ring again; repeats are skipped only for the
 * hours that the user asks for.
 * @throws CallError `invalid-setting`
 */
export function zapierLedger(z: ZObject, inputData: Readonly<Record<string, unknown>>): Ledger {
  const host = { now: Date.now, random: Math.random };
  return keyValueLedger(cacheStore(z), parseRepeatWindow(inputData['repeat_window_hours']), host);
}

function cacheStore(z: ZObject): KeyValueStore {
  // The types leave out the scope of `get` and `delete`, without which they miss what `set` wrote.
  const cache: {
    get(key: string, scope: string[]): Promise<unknown>;
    set: ZObject['cache']['set'];
    delete(key: string, scope: string[]): Promise<unknown>;
  } = z.cache;

  async function orWithoutStore<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error && noStore.test(error.message))) throw error;
      z.console.log('There is no cache here, so a repeated run of this step is not recognised.');
      return otherwise;
    }
  }

  return {
    setIfAbsent: (key, value, ttlSeconds) =>
      orWithoutStore(async () => {
        const written = await cache.set(key, value, ttlSeconds, scope, true);
        // `null` means that the cache was too busy to write.
        if (written === null) throw new Error('The cache is busy');
        return written;
      }, true),
    set: (key, value, ttlSeconds) =>
      orWithoutStore(async () => {
        if ((await cache.set(key, value, ttlSeconds, scope)) === null) throw new Error('The cache is busy');
      }, undefined),
    get: (key) => orWithoutStore(() => cache.get(key, scope), null),
    delete: (key) => orWithoutStore(async () => void (await cache.delete(key, scope)), undefined),
  };
}
