import type { DeduplicationItemTypes, IDataDeduplicator } from 'n8n-workflow';

/** A stand-in for n8n's database behind `checkProcessedAndRecord`: marks of the only node there is. */
export function memoryStore(): IDataDeduplicator {
  const marks = new Set<DeduplicationItemTypes>();
  return {
    checkProcessedAndRecord: (items) => {
      const known = new Set(items.filter((item) => marks.has(item)));
      for (const item of items) marks.add(item);
      return Promise.resolve({
        new: items.filter((item) => !known.has(item)),
        processed: items.filter((item) => known.has(item)),
      });
    },
    removeProcessed: (items) => {
      for (const item of items) marks.delete(item);
      return Promise.resolve();
    },
    clearAllProcessedItems: () => {
      marks.clear();
      return Promise.resolve();
    },
    getProcessedDataCount: () => Promise.resolve(marks.size),
  };
}
