/** How fast calls leave once a 429 has shown that the lines are few: the pace is learned, and then it is adapted. */
import { createPace, type Pace } from '../../../shared/batch/pace';
import { createVirtualTime, type VirtualTime } from '../../support/virtual-time';

const never = new AbortController().signal;

let time: VirtualTime;
let pace: Pace;
let from: number;
beforeEach(async () => {
  time = createVirtualTime();
  // A batch begins at any time.
  await time.pass(7_000);
  from = time.now();
  pace = createPace(time, 0, never);
});

/** So many calls, one after the other, each of which takes so long. */
async function take(calls: number, everyMs = 0): Promise<void> {
  for (let call = 0; call < calls; call += 1) {
    const departure = await time.run(pace.turn());
    await time.pass(everyMs);
    pace.accepted(departure);
  }
}

/** Every line is busy, as often as said, for a second each time; then one is free again. */
async function findBusy(times = 1): Promise<void> {
  for (let found = 0; found < times; found += 1) pace.busy(await time.run(pace.turn()), 1_000);
  await take(1);
}

/** Turns per millisecond, as they come now. */
async function rate(): Promise<number> {
  await time.run(pace.turn());
  const last = time.now();
  await time.run(pace.turn());
  return 1 / (time.now() - last);
}

test('after the first 429, calls leave as fast as the lines have taken them until then', async () => {
  await take(10, 100);
  await findBusy();
  const taken = 11 / (time.now() - from);
  expect(await rate()).toBeCloseTo(taken, 6);
});

test('each further acceptance adds the same, and not much', async () => {
  await take(10, 100);
  await findBusy();
  const rates = [await rate()];
  for (let more = 0; more < 3; more += 1) {
    await take(1);
    rates.push(await rate());
  }
  const [first = NaN, ...steps] = rates.map((value, index) => value - (rates[index - 1] ?? 0));
  expect(steps[0]).toBeGreaterThan(0);
  expect(steps[0]).toBeLessThan(first);
  for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? NaN, 6);
});

test('a further 429 takes away the same part of any rate, and from then on acceptances add less than before', async () => {
  await take(10, 100);
  await findBusy();
  const parts: number[] = [];
  const steps: number[] = [];
  for (const acceptances of [1, 20]) {
    const slow = await rate();
    await take(acceptances);
    const fast = await rate();
    steps.push((fast - slow) / acceptances);
    await findBusy();
    parts.push((await rate()) / fast);
  }
  expect(parts[0]).toBeGreaterThan(0.5);
  expect(parts[0]).toBeLessThan(1);
  expect(parts[1]).toBeCloseTo(parts[0] ?? NaN, 6);
  expect(steps[1]).toBeGreaterThan(0);
  expect(steps[1]).toBeLessThan(steps[0] ?? NaN);
});

test('the 429 of a test is no further news: however long the lines stay busy, the rate shrinks once', async () => {
  const after: number[] = [];
  for (const times of [1, 5]) {
    pace = createPace(time, 0, never);
    await take(10, 100);
    await findBusy();
    const before = await rate();
    await findBusy(times);
    after.push((await rate()) / before);
  }
  expect(after[0]).toBeLessThan(1);
  expect(after[1]).toBeCloseTo(after[0] ?? NaN, 6);
});

test('the time in which others held every line says nothing about how fast ours can leave', async () => {
  await findBusy(60);
  expect(await rate()).toBe(Infinity);
  from = time.now();
  await take(9, 100);
  await findBusy();
  const taken = 11 / (time.now() - from);
  expect(await rate()).toBeCloseTo(taken, 6);
});
