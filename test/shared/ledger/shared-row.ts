import type { SharedRow } from '../../../shared';
import type { VirtualTime } from '../../support/virtual-time';

/** A row as n8n's database has it: read and written in steps of some milliseconds; only its creation is atomic. */
export interface TestRow extends SharedRow {
  /** `null`: there is no row. */
  entries: readonly string[] | null;
  questions: number;
  fails: boolean;
}

export function testRow(time: VirtualTime): TestRow {
  const never = new AbortController().signal;
  const travel = (): Promise<unknown> => time.sleep(1 + time.random() * 3, never);

  async function step<T>(work: () => T): Promise<T> {
    await travel();
    row.questions += 1;
    if (row.fails) throw new Error('the database is away');
    const answer = work();
    await travel();
    return answer;
  }
  /** What was read may be out of date when it is written. A row that is gone by then stays gone. */
  async function change(
    changed: (entries: readonly string[]) => readonly string[],
  ): Promise<readonly string[]> {
    const before = await step(() => row.entries);
    await step(() => {
      if (before === null && row.entries !== null) throw new Error('the row is there already');
      if (before === null || row.entries !== null) row.entries = changed(before ?? []);
    });
    return before ?? [];
  }

  const row: TestRow = {
    entries: null,
    questions: 0,
    fails: false,
    size: () => step(() => row.entries?.length ?? 0),
    async record(asked) {
      const before = await change((entries) => [...new Set([...entries, ...asked])]);
      return asked.filter((one) => before.includes(one));
    },
    remove: async (gone) => void (await change((entries) => entries.filter((one) => !gone.includes(one)))),
    clear: () => step(() => void (row.entries = null)),
  };
  return row;
}
