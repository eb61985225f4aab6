import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type {
  DeduplicationItemTypes,
  DeduplicationScope,
  ICheckProcessedContextData,
  ICheckProcessedOptions,
  IDataDeduplicator,
} from 'n8n-workflow';

/** What n8n's database does with the next question: answer, or fail. */
export interface N8nDeduplication {
  /** Hashes of what was recorded, by node, oldest first. */
  readonly rows: Map<string, string[]>;
  /** Questions so far. */
  questions: number;
  fails: boolean;
}

/**
 * A stand-in for the service behind `checkProcessedAndRecord`, with the real one's habits: one row for a node and one
 * for a workflow, read, changed and written in separate steps, so that two changes at a time lose one of them; of two
 * that create it, one is refused; a change of a row that is gone changes nothing. n8n's engine takes one service per
 * process.
 */
export async function startN8nDeduplication(): Promise<N8nDeduplication> {
  const { DataDeduplicationService } = await import('n8n-core');
  const service: N8nDeduplication = { rows: new Map(), questions: 0, fails: false };

  async function change<T>(row: string, work: (entries: string[]) => T): Promise<T> {
    service.questions += 1;
    await setImmediate();
    if (service.fails) throw new Error('SQLITE_BUSY: database is locked');
    const before = service.rows.get(row);
    const entries = [...(before ?? [])];
    await setImmediate();
    const answer = work(entries);
    await setImmediate();
    const isThere = service.rows.has(row);
    if (before === undefined && isThere) throw new Error('SQLITE_CONSTRAINT: UNIQUE constraint failed');
    if (isThere || (before === undefined && entries.length > 0)) service.rows.set(row, entries);
    return answer;
  }

  const deduplicator: IDataDeduplicator = {
    checkProcessedAndRecord: (items, scope, context, options) =>
      change(rowOf(scope, context), (entries) => {
        const known = new Set(entries);
        const isKnown = (item: DeduplicationItemTypes): boolean => known.has(hash(item));
        const added = items.filter((item) => !isKnown(item));
        entries.push(...added.map(hash));
        forgetOldest(entries, options);
        return { new: added, processed: items.filter(isKnown) };
      }),
    removeProcessed: (items, scope, context) =>
      change(rowOf(scope, context), (entries) => {
        for (const item of items) {
          const index = entries.indexOf(hash(item));
          if (index !== -1) entries.splice(index, 1);
        }
      }),
    async clearAllProcessedItems(scope, context) {
      await setImmediate();
      service.rows.delete(rowOf(scope, context));
    },
    async getProcessedDataCount(scope, context) {
      service.questions += 1;
      await setImmediate();
      if (service.fails) throw new Error('SQLITE_BUSY: database is locked');
      return service.rows.get(rowOf(scope, context))?.length ?? 0;
    },
  };
  await DataDeduplicationService.init(deduplicator);
  return service;
}

function rowOf(scope: DeduplicationScope, { workflow, node }: ICheckProcessedContextData): string {
  return `${workflow.id}/${scope === 'node' ? `n:${node?.id}` : ''}`;
}

function hash(item: DeduplicationItemTypes): string {
  return createHash('md5').update(item.toString()).digest('base64');
}

function forgetOldest(entries: string[], { maxEntries }: ICheckProcessedOptions): void {
  if (maxEntries !== undefined) entries.splice(0, Math.max(0, entries.length - maxEntries));
}
