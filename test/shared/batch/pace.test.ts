import { figuresOver } from '../../bench/pace-simulation';

/** In virtual time: 200 people, 10 lines, half a second a call, latencies of 2 to 14 ms. */
const seeds = 60;

test('where the server names no wait, the pool is used at 1.4 times the ideal time or better', async () => {
  const { median, worst, meanRequestsPerCall } = await figuresOver(seeds);
  expect(median.ratio).toBeLessThanOrEqual(1.4);
  expect(worst.ratio).toBeLessThanOrEqual(1.5);
  expect(meanRequestsPerCall).toBeLessThanOrEqual(2);
  expect(worst.peakLines).toBeLessThanOrEqual(10);
});

test('where each 429 asks for a second, at 2.2 times the ideal time or better', async () => {
  const { median, worst, meanRequestsPerCall } = await figuresOver(seeds, { retryAfterMs: 1_000 });
  expect(median.ratio).toBeLessThanOrEqual(2.2);
  expect(worst.ratio).toBeLessThanOrEqual(2.2);
  expect(meanRequestsPerCall).toBeLessThanOrEqual(2);
});

test('a server that asks for no wait at all is not polled', async () => {
  const { meanRequestsPerCall } = await figuresOver(20, { retryAfterMs: 0, callMs: 5_000, calls: 50 });
  expect(meanRequestsPerCall).toBeLessThanOrEqual(2);
});

test('lines that others hold at the start do not slow down all that follows', async () => {
  const { median } = await figuresOver(50, { othersUntilMs: 30_000 });
  expect(median.ratio).toBeLessThanOrEqual(2);
});
