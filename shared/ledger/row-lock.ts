import { pause, type Host } from '../host';

/**
 * A row of entries in a database that several processes share. Creating it is atomic: of two that do it at the same
 * moment, the database refuses one. Changing it is not: it is read and written in two steps. Every method rejects if
 * the store fails.
 */
export interface SharedRow {
  /** How many entries it has, without changing it; 0: there is no row. */
  size(): Promise<number>;
  /**
   * Adds entries, and creates the row if there is none. @returns those that were there already
   * @throws ForeignRowError if the row is of another kind, which counts no entries and takes none
   */
  record(entries: readonly string[]): Promise<readonly string[]>;
  remove(entries: readonly string[]): Promise<void>;
  /** Deletes the row. */
  clear(): Promise<void>;
}

export class ForeignRowError extends Error {}

/**
 * Runs work while no other process runs any.
 * @throws an error, without having run it, if the store fails or the lock does not come free
 */
export type RowLock = <T>(row: SharedRow, work: () => Promise<T>) => Promise<T>;

const tickMs = 5_000;
const ticks = 240;
/** Work under the lock takes milliseconds; what is half a minute old belongs to a process that has died. */
const staleTicks = 6;
/** So far ahead it is not old: it was created by a clock that runs ahead of ours. */
const aheadTicks = 6;
const longestWaitMs = 90_000;
/** Somebody else may be faster, but not so often in a row while nobody has the lock. */
const mostRefusals = 20;
const pollMs = { first: 10, most: 250 };
const foreignMs = 3_600_000;

const entry = (tick: number): string => `call lock ${tick}`;

/**
 * A lock that holds between processes whose clocks agree to 20 seconds: whoever creates the row has it, and deletes the
 * row to give it back. The row has no time, so the number of its entries tells when it was created; that can be read
 * without changing anything.
 *
 * The row may be somebody else's (in n8n, of a node “Remove Duplicates” that remembers for the whole workflow). Then
 * it keeps its entries, the work runs without a lock, and the row is not asked again for an hour.
 */
export function createRowLock(host: Pick<Host, 'now' | 'sleep' | 'random'>): RowLock {
  const never = new AbortController().signal;
  let foreignUntil = -Infinity;
  const isForeign = (): boolean => host.now() < foreignUntil;
  const setForeign = (): void => {
    foreignUntil = host.now() + foreignMs;
  };

  const tickNow = (): number => Math.floor(host.now() / tickMs);
  const isFresh = (size: number): boolean => {
    const age = (((tickNow() - (size - 1)) % ticks) + ticks) % ticks;
    return size <= ticks && (age < staleTicks || age >= ticks - aheadTicks);
  };

  /** @returns whether the row is ours. Who is late may add an entry or two; nobody minds. */
  async function create(row: SharedRow): Promise<boolean> {
    const entries = Array.from({ length: (tickNow() % ticks) + 1 }, (_, tick) => entry(tick));
    return (await row.record(entries)).length === 0;
  }

  /** Deletes the row of a process that has died; finds out if it is none. */
  async function breakStale(row: SharedRow, size: number): Promise<void> {
    if (size > ticks) return void setForeign();
    // All who wait see it grow stale at the same moment, and only one may delete it.
    await pause(host.random() * tickMs, host, never);
    if ((await row.size()) !== size) return;
    const last = entry(size - 1);
    const isLock = (await row.record([last])).length > 0;
    const sizeNow = await row.size();
    // Of one entry: the row was gone, and the question has made a new one.
    if (isLock ? sizeNow === size : sizeNow === 1) {
      await row.clear();
    } else if (!isLock) {
      await row.remove([last]);
      if ((await row.size()) === size && !isFresh(size)) setForeign();
    }
  }

  /** @returns the tick from which on others take our row for stale; `null`: there can be no lock here */
  async function acquire(row: SharedRow): Promise<number | null> {
    const from = host.now();
    for (let refusals = 0; !isForeign();) {
      const staleAt = tickNow() + staleTicks;
      const size = await row.size();
      if (size > 0) {
        refusals = 0;
        if (!isFresh(size)) await breakStale(row, size);
      } else {
        try {
          if (await create(row)) return staleAt;
          refusals = 0;
        } catch (error) {
          // Either somebody else was faster, or the store fails.
          if (error instanceof ForeignRowError) setForeign();
          else if ((refusals += 1) === mostRefusals) throw error;
        }
      }
      const waited = host.now() - from;
      if (waited > longestWaitMs) throw new Error('The lock did not come free');
      const longest = Math.min(pollMs.most, pollMs.first + waited / 4);
      await pause(longest * (0.5 + host.random()), host, never);
    }
    return null;
  }

  return async (row, work) => {
    const staleAt = await acquire(row);
    if (staleAt === null) return await work();
    try {
      return await work();
    } finally {
      // Later it may be somebody else's. If it stays, it grows stale.
      if (tickNow() < staleAt) await row.clear().catch(() => undefined);
    }
  };
}
