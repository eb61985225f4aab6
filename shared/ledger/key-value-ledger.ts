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
const inFlightSeconds = 12 * 3600;

/** Zapier kills a step after 30 seconds, and replays it. From here on it may do so before it has our result. */
const lateMs = 25_000;

interface Mark {
  readonly at: string | null;
  /** Whose it is; an answer that gets lost leaves open whether a mark was written. */
  readonly id: string | null;
}

/**
 * A ledger of two kinds of marks: one for a request in flight, which is always there, and one for an accepted
 * call, only if the user asks for a window. Made at the start of a step, for its one call.
 * @param windowHours how long a repeat is skipped; `null`: repeats are allowed once an outcome is known
 */
export function keyValueLedger(
  store: KeyValueStore,
  windowHours: number | null,
  host: Pick<Host, 'now' | 'random'>,
): Ledger {
  const inFlight = (key: string): string => `in-flight:${key}`;
  const accepted = (key: string): string => `accepted:${key}`;
  const startedAt = host.now();
  /** Of the mark that this step has set. */
  let ownId: string | null = null;

  /** @returns whether the mark is ours */
  async function markInFlight(key: string): Promise<boolean> {
    const id = host.random().toString(36);
    ownId = id;
    const text = JSON.stringify({ at: new Date(host.now()).toISOString(), id });
    try {
      return await store.setIfAbsent(inFlight(key), text, inFlightSeconds);
    } catch (error) {
      const mark = readMark(await store.get(inFlight(key)));
      if (mark === null) throw error;
      return mark.id === id;
    }
  }

  async function acceptedAt(key: string): Promise<string | null> {
    if (windowHours === null) return null;
    const at = readMark(await store.get(accepted(key)))?.at ?? null;
    return at === null || Date.parse(at) + windowHours * 3_600_000 <= host.now() ? null : at;
  }

  /** Tries twice, since a mark that stays tells of a call that is not known. */
  async function unmark(key: string): Promise<void> {
    try {
      await store.delete(inFlight(key));
    } catch {
      // It may be gone, although the answer got lost, and another step may have set its own since then.
      const mark = readMark(await store.get(inFlight(key)));
      if (mark !== null && (ownId === null || mark.id === ownId)) await store.delete(inFlight(key));
    }
  }

  return {
    async claim(key) {
      if (!(await markInFlight(key))) {
        const intent = readMark(await store.get(inFlight(key)));
        const at = await acceptedAt(key);
        // The mark is gone by now, or is that of a call that was accepted, and could not be deleted.
        const isSettled = intent === null || (intent.at !== null && at !== null && intent.at <= at);
        if (at !== null && isSettled) return { state: 'accepted', at, result: null };
        return { state: 'unknown', at: intent?.at ?? null, error: null };
      }
      try {
        const at = await acceptedAt(key);
        if (at === null) return { state: 'new' };
        await unmark(key);
        return { state: 'accepted', at, result: null };
      } catch (error) {
        // Nothing leaves now, so the mark would tell of a call that never was.
        await unmark(key).catch(() => undefined);
        throw error;
      }
    },
    async accept(key, { requestedAt }) {
      if (windowHours !== null) {
        await store.set(accepted(key), JSON.stringify({ at: requestedAt }), windowHours * 3600);
      }
      if (host.now() - startedAt < lateMs) await unmark(key);
    },
    unknown: () => Promise.resolve(),
    clear: unmark,
  };
}

function readMark(value: unknown): Mark | null {
  const mark: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  if (mark === null || mark === undefined) return null;
  const text = (name: string): string | null =>
    isPlainObject(mark) && typeof mark[name] === 'string' ? mark[name] : null;
  return { at: text('at'), id: text('id') };
}
