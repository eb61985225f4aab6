import type { Host } from '../host';

/**
 * Exponential back-off with full jitter (aws.amazon.com/blogs/architecture, "Exponential Backoff And Jitter"):
 * a random wait up to a bound that doubles with each try, so that many clients do not come back together.
 * @param tries how many tries have failed before, from 0
 * @returns milliseconds
 */
export function backOff(
  tries: number,
  host: Pick<Host, 'random'>,
  bounds: { baseMs: number; maxMs: number },
): number {
  return host.random() * Math.min(bounds.maxMs, bounds.baseMs * 2 ** tries);
}
