import { setImmediate } from 'node:timers/promises';
import type { RecordStore } from '../../../shared';

/** A store of records in memory that counts what it was asked and can be made to fail. */
export interface TestStore extends RecordStore {
  readonly entries: Set<string>;
  /** Called before each question; what it throws is the answer. */
  before: (question: 'record' | 'remove') => void | Promise<void>;
}

export function testStore(): TestStore {
  const entries = new Set<string>();
  const store: TestStore = {
    entries,
    before: () => undefined,
    async record(asked) {
      await store.before('record');
      const known = asked.filter((entry) => entries.has(entry));
      await setImmediate();
      for (const entry of asked) entries.add(entry);
      return known;
    },
    async remove(gone) {
      await store.before('remove');
      for (const entry of gone) entries.delete(entry);
      await setImmediate();
    },
  };
  return store;
}
