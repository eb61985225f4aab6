/** Two processes find the lock of one that has died, and one of them is slower: it must not break the new lock. */
import { createRowLock } from '../../../shared';
import { createVirtualTime } from '../../support/virtual-time';
import { testRow } from './shared-row';

const never = new AbortController().signal;

test.each([
  ['larger', 50_000],
  // The row tells the time in a circle of 20 minutes.
  ['smaller', 1_185_000],
])('where the new row is %s than the old one', async (_, diesAt) => {
  const time = createVirtualTime();
  const row = testRow(time);
  let working = 0;
  let peak = 0;
  const run = (ms: number): Promise<readonly [before: unknown, after: unknown]> =>
    createRowLock(time)(row, async () => {
      working += 1;
      peak = Math.max(peak, working);
      const before = row.entries;
      await time.sleep(ms, never);
      working -= 1;
      return [before, row.entries];
    });

  await time.pass(diesAt);
  void createRowLock(time)(row, () => new Promise(() => undefined));
  await time.pass(1_000);

  let faster: ReturnType<typeof run> | undefined;
  const { record } = row;
  row.record = async (entries) => {
    // The slower one has made sure that the row is still the old one, and is about to ask whose it is.
    if (faster === undefined) {
      row.entries = null;
      faster = run(3_000);
      await time.sleep(100, never);
    }
    return await record(entries);
  };
  await time.run(run(0));
  expect(peak).toBe(1);
  const [before, after] = (await faster) ?? [];
  expect(before).toEqual(expect.any(Array));
  expect(after).toEqual(before);
});
