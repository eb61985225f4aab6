import type { Host } from '../host';
import { isPlainObject } from '../variables/json-value';
import type { Ledger } from './ledger';

/** A cache with expiry. Every method rejects if it fails. */
export interface KeyValueStore {
  /** Whether it was written; false if the key is there already. */
  setIfAbsent(key: string, value: string, ttlSeconds: number): Promise<boolean>;
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
  get(key: string): Promise<unknown>;
  delete(key: string): Promise<void>;
}

/** Zapier's Autoreplay comes back up to 10.6 hours later; the mark of a request in flight outlives it. */
export const inFlightSeconds = 12 * 3600;

/**
 * A ledger of two kinds of marks: one for a request in flight, which is always there, and one for an accepted
 * call, only if the user asks for a window.
 * @param windowHours how long a repeat is skipped; `null`: repeats are allowed once an outcome is known
 */
export function keyValueLedger(
  store: KeyValueStore,
  windowHours: number | null,
  host: Pick<Host, 'now'>,
): Ledger {
  const inFlight = (key: string): string => `in-flight:${key}`;
  const accepted = (key: string): string => `accepted:${key}`;
  const now = (): string => new Date(host.now()).toISOString();

  return {
    async claim(key) {
      const mark = JSON.stringify({ at: now() });
      if (!(await store.setIfAbsent(inFlight(key), mark, inFlightSeconds))) {
        return { state: 'unknown', at: readTime(await store.get(inFlight(key))), error: null };
      }
      if (windowHours === null) return { state: 'new' };
      try {
        const at = readTime(await store.get(accepted(key)));
        if (at === null || Date.parse(at) + windowHours * 3_600_000 <= host.now()) return { state: 'new' };
        await store.delete(inFlight(key));
        return { state: 'accepted', at, result: null };
      } catch (error) {
        // Nothing leaves now, so the mark would tell of a call that never was.
        await store.delete(inFlight(key)).catch(() => undefined);
        throw error;
      }
    },
    async accept(key, { requestedAt }) {
      if (windowHours !== null) {
        await store.set(accepted(key), JSON.stringify({ at: requestedAt }), windowHours * 3600);
      }
      await store.delete(inFlight(key));
    },
    unknown: () => Promise.resolve(),
    clear: (key) => store.delete(inFlight(key)),
  };
}

function readTime(value: unknown): string | null {
  const mark: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return isPlainObject(mark) && typeof mark['at'] === 'string' ? mark['at'] : null;
}
