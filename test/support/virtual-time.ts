import { setImmediate } from 'node:timers/promises';
import type { Host } from '../../shared';

/** A clock that jumps from one timer to the next, so that hours pass in no time and always in the same way. */
export interface VirtualTime extends Pick<Host, 'now' | 'sleep' | 'random'> {
  /** Lets time pass until the promise is settled. Fails if nothing is left to wait for. */
  run<T>(work: Promise<T>): Promise<T>;
  /** Lets `ms` pass. */
  pass(ms: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  end(): void;
}

/** Far more than any batch here needs. */
const mostTimers = 50_000;

export function createVirtualTime(seed = 1): VirtualTime {
  let now = 0;
  const timers = new Set<Timer>();

  function nextTimer(): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of timers) if (next === undefined || timer.at < next.at) next = timer;
    return next;
  }

  function fire(timer: Timer): void {
    now = Math.max(now, timer.at);
    timer.end();
  }

  return {
    now: () => now,
    random: mulberry32(seed),
    sleep: (ms, signal) =>
      new Promise<void>((resolve) => {
        const end = (): void => {
          timers.delete(timer);
          signal.removeEventListener('abort', end);
          resolve();
        };
        const timer = { at: now + ms, end };
        timers.add(timer);
        signal.addEventListener('abort', end);
      }),
    async run(work) {
      const state = { settled: false };
      const end = (): void => {
        state.settled = true;
      };
      work.then(end, end);
      for (let fired = 0; fired < mostTimers; fired += 1) {
        // Everything that follows from the last timer happens before the next one.
        await setImmediate();
        if (state.settled) return await work;
        const timer = nextTimer();
        if (timer === undefined) throw new Error('Nothing is left to wait for, and the work is not done');
        fire(timer);
      }
      throw new Error('This does not come to an end');
    },
    async pass(ms) {
      const until = now + ms;
      for (;;) {
        await setImmediate();
        const timer = nextTimer();
        if (timer === undefined || timer.at > until) break;
        fire(timer);
      }
      now = until;
    },
  };
}

/** The same numbers for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
