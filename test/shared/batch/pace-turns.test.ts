import { createPace, type Pace } from '../../../shared/batch/pace';
import { createVirtualTime, type VirtualTime } from '../../support/virtual-time';

let time: VirtualTime;
let stop: AbortController;
/** When each turn came, by name. */
let turns: Array<[name: string, at: number]>;

function paceWith(callsPerSecond = 0): Pace {
  return createPace({ ...time, random: () => 0.5 }, callsPerSecond, stop.signal);
}

async function takeTurn(pace: Pace, name = 'turn'): Promise<number> {
  const departure = await pace.turn();
  turns.push([name, time.now()]);
  return departure;
}

beforeEach(() => {
  time = createVirtualTime();
  stop = new AbortController();
  turns = [];
});

test('without a limit and without a 429, nobody waits', async () => {
  const pace = paceWith();
  await time.run(Promise.all(['a', 'b', 'c'].map((name) => takeTurn(pace, name))));
  expect(turns).toEqual([
    ['a', 0],
    ['b', 0],
    ['c', 0],
  ]);
  expect(pace.stuckBeyond(0)).toBe(false);
});

test('a limit of calls per second spreads them evenly', async () => {
  const pace = paceWith(4);
  await time.run(Promise.all(['a', 'b', 'c'].map((name) => takeTurn(pace, name))));
  expect(turns.map(([, at]) => at)).toEqual([0, 250, 500]);
});

test('the limit holds after a 429 as well', async () => {
  const pace = paceWith(1);
  pace.busy(await takeTurn(pace), null);
  await time.run(takeTurn(pace));
  expect(turns[1]?.[1]).toBeGreaterThanOrEqual(1_000);
});

test('a 429 stops everybody; one request finds out whether a line is free again, then all may go', async () => {
  const pace = paceWith();
  pace.accepted(await takeTurn(pace));
  pace.busy(await takeTurn(pace), 1_000);
  const waiting = ['test', 'b', 'c'].map((name) => takeTurn(pace, name));
  await time.pass(999);
  expect(turns).toHaveLength(2);
  await time.pass(5_000);
  expect(turns.slice(2)).toEqual([['test', 1_000]]);

  const [test = Promise.resolve(0)] = waiting;
  pace.accepted(await test);
  await time.run(Promise.all(waiting));
  expect(turns.slice(3).map(([name]) => name)).toEqual(['b', 'c']);
});

test.each(['busy', 'other'] as const)('when the test ends as %s, the next one tests', async (end) => {
  const pace = paceWith();
  pace.busy(await takeTurn(pace), 1_000);
  const test = takeTurn(pace, 'test');
  const next = takeTurn(pace, 'next');
  await time.run(test);
  if (end === 'busy') pace.busy(await test, 2_000);
  else pace.other(await test);
  await time.run(next);
  expect(turns.slice(1)).toEqual([
    ['test', 1_000],
    ['next', end === 'busy' ? 3_000 : 1_000],
  ]);
});

test('late answers of requests that left before the stop are no news', async () => {
  const pace = paceWith();
  const [a, b, c] = [await takeTurn(pace), await takeTurn(pace), await takeTurn(pace)];
  pace.busy(a, 1_000);
  const test = takeTurn(pace, 'test');
  const next = takeTurn(pace, 'next');
  await time.run(test);
  pace.busy(b, 60_000);
  pace.accepted(c);
  pace.other(c);
  await time.pass(100);
  expect(turns.at(-1)?.[0]).toBe('test');
  pace.accepted(await test);
  await time.run(next);
  expect(turns.at(-1)).toEqual(['next', expect.any(Number)]);
  expect(time.now()).toBeLessThan(10_000);
});

test('without a wish of the server, the waits grow up to a bound', async () => {
  const pace = paceWith();
  let departure = await takeTurn(pace);
  const waits: number[] = [];
  for (let tries = 0; tries < 12; tries += 1) {
    const before = time.now();
    pace.busy(departure, null);
    departure = await time.run(takeTurn(pace));
    waits.push(time.now() - before);
  }
  for (const [index, wait] of waits.entries()) {
    expect(wait).toBeGreaterThanOrEqual(waits[index - 1] ?? 1);
    if (index > 0) expect(wait).toBeLessThanOrEqual(2 * (waits[index - 1] ?? 0));
  }
  expect(waits[1]).toBe(2 * (waits[0] ?? 0));
  expect(waits.at(-1)).toBe(waits.at(-2));
  expect(waits.at(-1)).toBeLessThanOrEqual(30_000);
});

test('an acceptance starts the waits anew', async () => {
  const pace = paceWith();
  pace.busy(await takeTurn(pace), null);
  const first = await time.run(takeTurn(pace));
  const wait = time.now();
  pace.busy(first, null);
  pace.accepted(await time.run(takeTurn(pace)));
  const departure = await time.run(takeTurn(pace));
  const before = time.now();
  pace.busy(departure, null);
  await time.run(takeTurn(pace));
  expect(time.now() - before).toBe(wait);
});

test('Stop ends every wait at once', async () => {
  const pace = paceWith();
  pace.busy(await takeTurn(pace), 3_600_000);
  const waiting = [takeTurn(pace), takeTurn(pace)];
  await time.pass(1_000);
  stop.abort();
  await time.run(Promise.all(waiting));
  expect(time.now()).toBe(1_000);
});

test('Stop ends the wait for a test, too, and a pace that starts stopped waits for nothing', async () => {
  const pace = paceWith();
  pace.busy(await takeTurn(pace), 1_000);
  const test = time.run(takeTurn(pace));
  await test;
  const waiting = takeTurn(pace);
  await time.pass(10);
  stop.abort();
  await time.run(waiting);
  expect(time.now()).toBe(1_010);
  expect(await time.run(paceWith(0.001).turn())).toBe(0);
});

test('it tells when the next turn would come too late, counted from when the lines became busy', async () => {
  await time.pass(10_000);
  const pace = paceWith();
  pace.busy(await takeTurn(pace), 2_000);
  expect(pace.stuckBeyond(1_999)).toBe(true);
  expect(pace.stuckBeyond(2_000)).toBe(false);
  pace.busy(await time.run(takeTurn(pace)), 2_000);
  expect(pace.stuckBeyond(3_999)).toBe(true);
  expect(pace.stuckBeyond(4_000)).toBe(false);
  pace.accepted(await time.run(takeTurn(pace)));
  expect(pace.stuckBeyond(0)).toBe(false);
});
