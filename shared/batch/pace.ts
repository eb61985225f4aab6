import { pause, type Host } from '../host';
import { backOff } from '../http/back-off';

/** Counts the stops before a request left, so that its late answer is not news about a state that is over. */
export type Departure = number;

/**
 * How fast the calls of a batch leave. The lines of a plan are shared and their number is not published, so
 * the pace is found out: a 429 stops everybody, a single request then tests whether a line is free again, and
 * from there on the rate grows by small steps and shrinks by a factor with each further 429 (additive
 * increase, multiplicative decrease).
 */
export interface Pace {
  /** Waits for the turn of one request, first come first served; ends at once when the batch is cancelled. */
  /** @param longestWaitMs from when the lines became busy; then it ends without a turn, see `stuckBeyond` */
  turn(longestWaitMs?: number): Promise<Departure>;
  /** Voiceflow took the call. */
  accepted(departure: Departure): void;
  /** Every line was busy. @param retryAfterMs the wait that Voiceflow asked for, if it did */
  busy(departure: Departure, retryAfterMs: number | null): void;
  /** The answer told nothing about lines. */
  other(departure: Departure): void;
  /** Whether the next turn would come more than `ms` after the lines became busy. */
  stuckBeyond(ms: number): boolean;
}

const backOffBounds = { baseMs: 50, maxMs: 10_000 };
/** Found by simulating 10 lines behind latencies of 2 to 14 ms (test/bench/pace-simulation.ts). */
const decrease = 0.8;
const firstStep = 0.2;
const laterStep = 0.005;

/**
 * @param callsPerSecond a limit that the user sets; 0 means none
 * @param cancelled aborts when the user stops the run
 */
export function createPace(
  host: Pick<Host, 'now' | 'sleep' | 'random'>,
  callsPerSecond: number,
  cancelled: AbortSignal,
): Pace {
  const leastGapMs = callsPerSecond > 0 ? 1000 / callsPerSecond : 0;
  const cancellation = new Promise<void>((resolve) => {
    cancelled.addEventListener('abort', () => resolve(), { once: true });
  });
  let startedAt = host.now();
  let placed = 0;
  /** Calls per millisecond; unlimited until the first 429. */
  let rate = Infinity;
  let step = 0;
  let nextAt = 0;
  let lastAt = 0;
  /** Until when the server, or the back-off, wants nobody to ask again. */
  let busyUntil = 0;
  let stops: Departure = 0;
  let busyTries = 0;
  let busySince: number | null = null;
  /** The request that finds out whether a line is free again; everybody else waits for its answer. */
  let test: { answered: Promise<void>; end: () => void } | null = null;
  let lastTurn: Promise<unknown> = Promise.resolve();

  const stuckBeyond = (ms: number): boolean => busySince !== null && busyUntil - busySince > ms;

  async function takeTurn(longestWaitMs: number): Promise<Departure> {
    while (!cancelled.aborted) {
      if (stuckBeyond(longestWaitMs)) return stops;
      const waitMs = nextAt - host.now();
      if (test !== null) await Promise.race([test.answered, cancellation]);
      else if (waitMs > 0) await pause(waitMs, host, cancelled);
      else break;
    }
    if (busySince !== null) test = startTest();
    lastAt = host.now();
    nextAt = lastAt + Math.max(leastGapMs, 1 / rate);
    return stops;
  }

  function endTest(): void {
    test?.end();
    test = null;
  }

  return {
    turn(longestWaitMs = Infinity) {
      const turn = lastTurn.then(() => takeTurn(longestWaitMs));
      lastTurn = turn;
      return turn;
    },
    accepted(departure) {
      placed += 1;
      if (departure !== stops) return;
      if (busySince === null) rate += step;
      else if (placed === 1) startedAt = host.now();
      else if (rate === Infinity) {
        rate = placed / Math.max(1, host.now() - startedAt);
        step = rate * firstStep;
      }
      busySince = null;
      busyTries = 0;
      endTest();
    },
    busy(departure, retryAfterMs) {
      if (departure !== stops) return;
      stops += 1;
      if (busySince === null && rate !== Infinity) {
        rate *= decrease;
        step = rate * laterStep;
      }
      busySince ??= host.now();
      const waitMs = backOff(busyTries, host, backOffBounds);
      // Whoever says “at once” has no free line either, and must not be asked without a pause.
      const askedMs = retryAfterMs !== null && retryAfterMs >= backOffBounds.baseMs ? retryAfterMs : waitMs;
      busyUntil = host.now() + askedMs;
      nextAt = Math.max(lastAt + leastGapMs, busyUntil);
      busyTries += 1;
      endTest();
    },
    other(departure) {
      if (departure === stops) endTest();
    },
    stuckBeyond,
  };
}

function startTest(): { answered: Promise<void>; end: () => void } {
  let end = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { answered, end };
}
