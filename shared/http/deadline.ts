import type { Host } from '../host';

export const expired = Symbol('the deadline has passed');

/** One span of time for everything that belongs to a call; both platforms' own timeouts start anew per step. */
export interface Deadline {
  /** Aborts when the time is over, for clients that can end a request. */
  readonly signal: AbortSignal;
  /** The promise's outcome, or `expired` if the deadline comes first. A late rejection is swallowed. */
  race<T>(promise: Promise<T>): Promise<T | typeof expired>;
  /** Stops the clock. Call it when the work is done, whatever came out. */
  stop(): void;
}

/** Starts a deadline of `ms` milliseconds. */
export function startDeadline(ms: number, sleep: Host['sleep']): Deadline {
  const request = new AbortController();
  const timer = new AbortController();
  const end = (): typeof expired => {
    if (!timer.signal.aborted) request.abort();
    return expired;
  };
  const over = sleep(ms, timer.signal).then(end, end);
  return {
    signal: request.signal,
    race: (promise) => Promise.race([promise, over]),
    stop: () => timer.abort(),
  };
}
