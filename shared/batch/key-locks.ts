/** Lets those with the same key go one after the other: an owner at a time, in the order of arrival. */
export interface KeyLocks {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
}

/** Locks within one process; a key that nobody waits for takes no memory. */
export function createKeyLocks(): KeyLocks {
  const lastOf = new Map<string, Promise<unknown>>();
  return {
    async run(key, work) {
      const before = lastOf.get(key) ?? Promise.resolve();
      const mine = before.then(work, work);
      lastOf.set(key, mine);
      try {
        return await mine;
      } finally {
        if (lastOf.get(key) === mine) lastOf.delete(key);
      }
    },
  };
}
