import type { Host } from '../../../shared/host';

interface Sleeper {
  readonly ms: number;
  readonly wake: () => void;
  readonly fail: () => void;
  readonly signal: AbortSignal;
}

/** A clock that a test moves by hand: whoever sleeps wakes when the test says so. */
export class HandClock {
  readonly sleepers: Sleeper[] = [];

  readonly sleep: Host['sleep'] = (ms, signal) =>
    new Promise((resolve, reject) => {
      const fail = (): void => reject(new Error('interrupted'));
      this.sleepers.push({ ms, signal, wake: () => resolve(undefined), fail });
      signal.addEventListener('abort', () => resolve(undefined));
    });

  /** Time is over for everybody. */
  wakeAll(): void {
    for (const { wake } of this.sleepers) wake();
  }
}
