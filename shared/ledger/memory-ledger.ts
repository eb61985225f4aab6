import { CallError } from '../call-error';
import type { CallResult } from '../call/call-result';
import type { Ledger } from './ledger';

/** What one run remembers: the result of a call, an unknown outcome, or `null` while there is none. */
export type RunMemory = Map<string, CallResult | CallError | null>;

/** A ledger that lives as long as its memory: the retries and further passes of one running execution. */
export function memoryLedger(memory: RunMemory): Ledger {
  const recall = (key: string): ReturnType<NonNullable<Ledger['recall']>> => {
    const known = memory.get(key);
    if (known === undefined) return null;
    if (known === null || known instanceof CallError) return { state: 'unknown', at: null, error: known };
    return { state: 'accepted', at: known.requestedAt ?? '', result: known };
  };
  return {
    recall,
    claim(key) {
      const known = recall(key);
      if (known === null) memory.set(key, null);
      return Promise.resolve(known ?? { state: 'new' });
    },
    accept(key, result) {
      memory.set(key, result);
      return Promise.resolve();
    },
    unknown(key, error) {
      memory.set(key, error);
      return Promise.resolve();
    },
    clear(key) {
      memory.delete(key);
      return Promise.resolve();
    },
  };
}

/** Two ledgers as one: the near one knows results, the far one outlives the run. */
export function layeredLedger(near: Ledger, far: Ledger): Ledger {
  return {
    recall: (key) => near.recall?.(key) ?? null,
    async claim(key) {
      const known = await near.claim(key);
      if (known.state !== 'new') return known;
      try {
        const claim = await far.claim(key);
        if (claim.state !== 'new') await near.clear(key);
        return claim;
      } catch (error) {
        await near.clear(key);
        throw error;
      }
    },
    async accept(key, result) {
      await near.accept(key, result);
      await far.accept(key, result);
    },
    async unknown(key, error) {
      await near.unknown(key, error);
      await far.unknown(key, error);
    },
    async clear(key) {
      await near.clear(key);
      await far.clear(key);
    },
  };
}
