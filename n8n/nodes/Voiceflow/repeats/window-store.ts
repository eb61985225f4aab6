import type { IExecuteFunctions } from 'n8n-workflow';
import { createKeyLocks, type RecordStore } from '../../../../shared';

/** How many marks of this node n8n's database keeps; beyond it, the oldest are forgotten. */
const options = { mode: 'entries', maxEntries: 20_000 } as const;

/** n8n reads, changes and writes one row for all marks of a node, so two changes must not overlap. */
const rowLocks = createKeyLocks();

/** The marks of this node in n8n's own database. */
export function windowStore(context: IExecuteFunctions): RecordStore {
  const row = `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
  return {
    async record(entries) {
      const { processed } = await rowLocks.run(row, () =>
        context.helpers.checkProcessedAndRecord([...entries], 'node', options),
      );
      return processed.map(String);
    },
    async remove(entries) {
      if (entries.length === 0) return;
      await rowLocks.run(row, () => context.helpers.removeProcessed([...entries], 'node', options));
    },
  };
}
