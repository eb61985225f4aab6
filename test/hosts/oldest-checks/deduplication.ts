import type { DeduplicationItemTypes, IDataDeduplicator } from 'n8n-workflow';

/** A stand-in for n8n's database behind `checkProcessedAndRecord`: the rows of the only node and workflow there are. */
export function memoryStore(): IDataDeduplicator {
  const rows = new Map<string, Set<DeduplicationItemTypes>>();
  const marksOf = (scope: string): Set<DeduplicationItemTypes> => rows.get(scope) ?? new Set();
  return {
    checkProcessedAndRecord: (items, scope) => {
      const marks = marksOf(scope);
      const known = new Set(items.filter((item) => marks.has(item)));
      rows.set(scope, new Set([...marks, ...items]));
      return Promise.resolve({
        new: items.filter((item) => !known.has(item)),
        processed: items.filter((item) => known.has(item)),
      });
    },
    removeProcessed: (items, scope) => {
      for (const item of items) marksOf(scope).delete(item);
      return Promise.resolve();
    },
    clearAllProcessedItems: (scope) => {
      rows.delete(scope);
      return Promise.resolve();
    },
    getProcessedDataCount: (scope) => Promise.resolve(marksOf(scope).size),
  };
}
