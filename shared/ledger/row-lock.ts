import { pause, type Host } from '../host';

/**
 * A row of entries in a database that several processes share. Creating it is atomic: of two that do it at the same
 * moment, the database refuses one. Changing it is not: it is read and written in two steps. Every method rejects if
 * the store fails.
 */
export interface SharedRow {
  /** How many entries it has, without changing it; 0: there is no row. */
  size(): Promise<number>;
  /** Adds entries, and creates the row if there is none. @returns those that were there already */
  record(entries: readonly string[]): Promise<readonly string[]>;
  remove(entries: readonly string[]): Promise<void>;
  /** Deletes the row. */
  clear(): Promise<void>;
}

/**
 * Runs work while no other process runs any.
 * @throws an error, without having run it, if the store fails or the lock does not come free
 */
export type RowLock = <T>(row: SharedRow, work: () => Promise<T>) => Promise<T>;

const tickMs = 5_000;
const ticks = 60;
/** Work under the lock takes milliseconds; what is half a minute old belongs to a process that has died. */
const staleTicks = 6;
/** From here on it is not old: its clock runs ahead of ours. */
const aheadTicks = 50;
const longestWaitMs = 90_000;
/** Somebody else may be faster, but not so often in a row while nobody has the lock. */
const mostRefusals = 20;
const foreignMs = 3_600_000;

const entry = (tick: number): string => `call lock ${tick}`;

/**
 * A lock that holds between processes: whoever creates the row has it, and deletes the row to give it back. The row
 * has no time, so the number of its entries tells when it was created; that can be read without changing anything.
 *
 * The row may be somebody else's (in n8n, of a node “Remove Duplicates” that remembers for the whole workflow). Then
 * it is left as it is, the work runs without a lock, and the row is not asked again for an hour.
 */
export function createRowLock(host: Pick<Host, 'now' | 'sleep' | 'random'>): RowLock {
  const never = new AbortController().signal;
  let foreignUntil = -Infinity;
  const isForeign = (): boolean => host.now() < foreignUntil;
  const setForeign = (): void => {
    foreignUntil = host.now() + foreignMs;
  };

  const tickNow = (): number => Math.floor(host.now() / tickMs) % ticks;
  const isFresh = (size: number): boolean => {
    const age = (tickNow() - (size - 1) + ticks) % ticks;
    return size <= ticks && (age < staleTicks || age >= aheadTicks);
  };

  /** @returns whether the row is ours. Who is late may add an entry or two; nobody minds. */
  async function create(row: SharedRow): Promise<boolean> {
    const entries = Array.from({ length: tickNow() + 1 }, (_, tick) => entry(tick));
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

  /** @returns whether there is a lock here; then it is ours */
  async function acquire(row: SharedRow): Promise<boolean> {
    const giveUpAt = host.now() + longestWaitMs;
    for (let refusals = 0; !isForeign();) {
      const size = await row.size();
      if (size === 0) {
        const created = await create(row).catch(() => undefined);
        if (created === true) return true;
        refusals = created === undefined ? refusals + 1 : 0;
        // A row of another kind, of which n8n counts no entries and takes none.
        if (refusals === mostRefusals) setForeign();
      } else if (!isFresh(size)) {
        await breakStale(row, size);
      }
      if (host.now() > giveUpAt) throw new Error('The lock did not come free');
      await pause(5 + host.random() * 20, host, never);
    }
    return false;
  }

  return async (row, work) => {
    if (!(await acquire(row))) return await work();
    const staleAt = host.now() + staleTicks * tickMs;
    try {
      return await work();
    } finally {
      // Later it may be somebody else's. If it stays, it grows stale.
      if (host.now() < staleAt) await row.clear().catch(() => undefined);
    }
  };
}
