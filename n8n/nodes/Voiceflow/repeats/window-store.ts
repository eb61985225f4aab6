import type { IExecuteFunctions } from 'n8n-workflow';
import {
  createKeyLocks,
  createRowLock,
  ForeignRowError,
  type RecordStore,
  type RowLock,
  type SharedRow,
} from '../../../../shared';
import { machine } from '../connection/caller';

/** Of the marks of a node, n8n's database keeps so many; beyond it, the oldest are forgotten. */
const mostMarks = 20_000;

/** n8n keeps one row for each node, and one for each workflow. */
function rowOf(
  { helpers }: IExecuteFunctions,
  scope: 'node' | 'workflow',
  limit: { maxEntries?: number } = {},
): SharedRow & RecordStore {
  const options = { mode: 'entries', ...limit } as const;
  return {
    size: () => helpers.getProcessedDataCount(scope, options),
    async record(entries) {
      try {
        const { processed } = await helpers.checkProcessedAndRecord([...entries], scope, options);
        return processed.map(String);
      } catch (error) {
        // n8n's words for a row of “Remove Duplicates” that keeps the latest value instead of entries.
        const isForeign = error instanceof Error && /incompatible setting/i.test(error.message);
        throw isForeign ? new ForeignRowError(error.message) : error;
      }
    },
    async remove(entries) {
      if (entries.length > 0) await helpers.removeProcessed([...entries], scope, options);
    },
    clear: () => helpers.clearAllProcessedItems(scope, options),
  };
}

/** The marks of this node in n8n's own database. */
export function windowStore(context: IExecuteFunctions): RecordStore {
  return rowOf(context, 'node', { maxEntries: mostMarks });
}

/** Within this process, one at a time asks for the lock. */
const queues = createKeyLocks();
const rowLocks = new Map<string, RowLock>();

/**
 * Runs changes of marks one after the other, also those of other workers on the same database: n8n reads, changes and
 * writes a row in steps, so of two changes at a time one would be lost. The workflow's row, which this node does not
 * need otherwise, is the lock.
 */
export function oneAtATime(context: IExecuteFunctions): <T>(change: () => Promise<T>) => Promise<T> {
  const workflow = context.getWorkflow().id ?? '';
  const lock = rowLocks.get(workflow) ?? createRowLock(machine);
  rowLocks.set(workflow, lock);
  const row = rowOf(context, 'workflow');
  return (change) => queues.run(workflow, () => lock(row, change));
}
