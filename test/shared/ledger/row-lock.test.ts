import fc from 'fast-check';
import { createRowLock, ForeignRowError } from '../../../shared';
import { createVirtualTime, type VirtualTime } from '../../support/virtual-time';
import { testRow, type TestRow } from './shared-row';

const never = new AbortController().signal;
const minute = 60_000;

let time: VirtualTime;
let row: TestRow;
/** How many work at the moment, and the most that ever did. */
let working: number;
let peak: number;
beforeEach(() => start(1));

function start(seed: number): void {
  time = createVirtualTime(seed);
  row = testRow(time);
  working = 0;
  peak = 0;
}

/** Work that takes this long, and notices whether it is alone. */
async function workFor(ms: number): Promise<number> {
  working += 1;
  peak = Math.max(peak, working);
  await time.sleep(ms, never);
  working -= 1;
  return time.now();
}

/** It takes some milliseconds. */
const work = (): Promise<number> => workFor(time.random() * 20);

/** A process of its own; its clock may run ahead. */
function createProcess(aheadMs = 0): (job?: () => Promise<number>) => Promise<number> {
  const lock = createRowLock({ ...time, now: () => time.now() + aheadMs });
  return (job = work) => lock(row, job);
}

/** What a process leaves behind that dies while it has the lock. */
async function die(): Promise<void> {
  void createProcess()(() => new Promise(() => undefined)).catch(() => undefined);
  await time.pass(1_000);
}

test('of several processes, one works at a time, and the row is gone afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.integer({ min: 2, max: 5 }),
      fc.integer({ min: 0, max: 1_300_000 }),
      async (seed, count, startMs) => {
        start(seed);
        await time.pass(startMs);
        const processes = Array.from({ length: count }, () => createProcess(time.random() * 20_000));
        const all = processes.map(async (run) => {
          for (let turn = 0; turn < 4; turn += 1) await run();
        });
        await time.run(Promise.all(all));
        expect(peak).toBe(1);
        expect(row.entries).toBeNull();
      },
    ),
    { numRuns: 60 },
  );
});

test.each([0, 20_000])(
  'slow work is not disturbed, whatever the time, by a process whose clock is %d ms behind its own',
  async (aheadMs) => {
    // The row tells the time in 240 steps of five seconds, then it begins anew.
    for (const step of [0, 30, 235, 239]) {
      start(step);
      await time.pass(step * 5_000 + 100);
      const slow = createProcess(aheadMs)(() => workFor(8_000));
      await time.pass(100);
      await time.run(Promise.all([slow, createProcess()()]));
      expect(peak).toBe(1);
    }
  },
);

test('work that fails gives the lock back, and its error goes on', async () => {
  const run = createProcess();
  const failing = run(() => Promise.reject(new Error('not today')));
  await expect(time.run(failing)).rejects.toThrow('not today');
  expect(row.entries).toBeNull();
});

test.each([0, 4 * minute, 20 * minute - 1_000, 20 * minute - 1])(
  'a process that has died at %d ms keeps the others waiting for about half a minute, and then one works at a time',
  async (at) => {
    await time.pass(at);
    await die();
    const diedAt = time.now();
    const all = Promise.all(Array.from({ length: 5 }, () => createProcess()()));
    const ended = await time.run(all);
    expect(Math.min(...ended) - diedAt).toBeGreaterThan(20_000);
    expect(Math.max(...ended) - diedAt).toBeLessThan(36_000);
    expect(peak).toBe(1);
    expect(row.entries).toBeNull();
  },
);

test('what a process left behind long ago costs a minute or two at most', async () => {
  for (const age of [30_000, 600_000, 1_165_000, 1_185_000, 1_199_000, 1_201_000, 1_230_000]) {
    start(age);
    await die();
    await time.pass(age);
    const from = time.now();
    expect((await time.run(createProcess()())) - from).toBeLessThan(100_000);
  }
});

test.each([1, 7, 60, 240, 241, 5_000])(
  'a row of %d entries that is somebody else’s stays as it is',
  async (size) => {
    const theirs = Array.from({ length: size }, (_, index) => `their entry ${index}`);
    row.entries = theirs;
    const ended = await time.run(createProcess()());
    // One that is larger than any lock is not even asked twice.
    if (size > 240) expect([ended < 1_000, row.questions]).toEqual([true, 1]);
    // Whatever time its size seems to tell.
    for (let passed = 0; passed < 6; passed += 1) {
      await time.run(createProcess()());
      expect(row.entries).toEqual(theirs);
      await time.pass(50_000);
    }
  },
);

test('a row that is somebody else’s is not asked again for an hour', async () => {
  const theirs = Array.from({ length: 300 }, (_, index) => `their entry ${index}`);
  row.entries = theirs;
  const run = createProcess();
  await time.run(run());
  const { questions } = row;
  await time.run(run());
  expect(row.questions).toBe(questions);

  await time.pass(60 * minute);
  row.entries = null;
  await time.run(run());
  expect(row.questions).toBeGreaterThan(questions);
});

test('a row that counts no entries and takes none is somebody else’s, too', async () => {
  row.record = () => Promise.reject(new ForeignRowError());
  await time.run(createProcess()());
  expect(peak).toBe(1);
});

test('a store that takes no entries lets nothing through, and is asked again the next time', async () => {
  const { record } = row;
  row.record = () => Promise.reject(new Error('read only'));
  const run = createProcess();
  await expect(time.run(run())).rejects.toThrow('read only');
  expect(peak).toBe(0);

  row.record = record;
  let held: readonly string[] | null = null;
  const ended = run(() => {
    held = row.entries;
    return work();
  });
  await time.run(ended);
  expect(held).not.toBeNull();
});

test('an owner that is slow deletes the row of nobody who came after it', async () => {
  for (let startMs = 0; startMs < 5_000; startMs += 500) {
    start(startMs);
    await time.pass(startMs);
    const slow = createProcess()(async () => {
      await time.sleep(29_900, never);
      return 0;
    });
    const later = Array.from({ length: 3 }, () => createProcess()(() => workFor(3_000)));
    await time.run(Promise.all([slow, ...later]));
    expect(peak).toBe(1);
  }
});

test('a process that comes back after its lock was broken deletes nothing', async () => {
  const ended = createProcess()(async () => {
    await time.sleep(minute, never);
    row.entries = ['their entry'];
    return time.now();
  });
  await time.run(ended);
  expect(row.entries).toEqual(['their entry']);
});

test('without a store nothing is done', async () => {
  row.fails = true;
  await expect(time.run(createProcess()())).rejects.toThrow('the database is away');
  expect(peak).toBe(0);
});

test('a lock that never comes free ends the wait, and nothing is done', async () => {
  row.size = () => Promise.resolve((Math.floor(time.now() / 5_000) % 240) + 1);
  await expect(time.run(createProcess()())).rejects.toThrow('did not come free');
  expect(peak).toBe(0);
  expect(time.now()).toBeLessThan(2 * minute);
});

test('a store that fails afterwards changes nothing about the work', async () => {
  const run = createProcess();
  const ended = run(async () => {
    const at = await work();
    row.fails = true;
    return at;
  });
  await expect(time.run(ended)).resolves.toBeGreaterThan(0);
});
