/**
 * The pace of a batch against a pool of lines, in virtual time: no sockets, no clock, the same figures on every
 * machine. test/shared/batch/pace.test.ts holds them; this prints them:
 *
 *   npx tsx test/bench/pace-simulation.ts
 */
import { CallError } from '../../shared/call-error';
import { createPace } from '../../shared/batch/pace';
import { placeCall } from '../../shared/call/place-call';
import type { Tried } from '../../shared/call/try-call';
import { createVirtualTime } from '../support/virtual-time';

export interface Scene {
  calls: number;
  lines: number;
  callMs: number;
  concurrency: number;
  /** What the 429 asks for. */
  retryAfterMs: number | null;
  /** Other people's calls hold every line until then. */
  othersUntilMs: number;
}

export interface Figures {
  /** Time until the last call was taken, by the time in which the lines could have taken them all. */
  ratio: number;
  requestsPerCall: number;
  peakLines: number;
}

export const scene: Scene = {
  calls: 200,
  lines: 10,
  callMs: 500,
  concurrency: 5,
  retryAfterMs: null,
  othersUntilMs: 0,
};

export async function simulate(seed: number, changes: Partial<Scene> = {}): Promise<Figures> {
  const { calls, lines, callMs, concurrency, retryAfterMs, othersUntilMs } = { ...scene, ...changes };
  const time = createVirtualTime(seed);
  const never = new AbortController().signal;
  const pace = createPace(time, 0, never);
  const travel = (): Promise<unknown> => time.sleep(1 + time.random() * 6, new AbortController().signal);
  let starts: number[] = [];
  let requests = 0;
  let peakLines = 0;

  async function tryOnce(): Promise<Tried> {
    requests += 1;
    await travel();
    const now = time.now();
    starts = starts.filter((start) => start > now - callMs);
    const free = now >= othersUntilMs && starts.length < lines;
    if (free) starts.push(now);
    peakLines = Math.max(peakLines, starts.length);
    await travel();
    if (free) {
      return { acceptance: { requestedAt: '', httpStatus: 200, response: null }, requests: 1 };
    }
    const error = new CallError('Busy.', {
      code: 'rate-limited',
      outcome: 'not-placed',
      howToFix: '',
      retryAfterMs: retryAfterMs ?? undefined,
    });
    return { error, retry: 'when-a-line-is-free', requests: 1 };
  }

  const queue = Array.from({ length: calls }).values();
  const options = { pace, waitForFreeLineMs: 3_600_000, cancelled: never };
  const work = async (): Promise<void> => {
    for (const _ of queue) await placeCall(tryOnce, options);
  };
  await time.run(Promise.all(Array.from({ length: concurrency }, work)));
  // The first ones are taken at once: a pool of 10 takes 200 calls of half a second in 20 times that.
  const idealMs = (calls / lines) * callMs;
  return { ratio: (time.now() - othersUntilMs) / idealMs, requestsPerCall: requests / calls, peakLines };
}

/** The middle and the worst of many seeds. */
export async function figuresOver(
  seeds: number,
  changes: Partial<Scene> = {},
): Promise<{ median: Figures; worst: Figures; meanRequestsPerCall: number }> {
  const all: Figures[] = [];
  for (let seed = 1; seed <= seeds; seed += 1) all.push(await simulate(seed, changes));
  const at = (part: number, of: keyof Figures): number =>
    all.map((figures) => figures[of]).sort((a, b) => a - b)[Math.floor((all.length - 1) * part)] ?? NaN;
  const figures = (part: number): Figures => ({
    ratio: at(part, 'ratio'),
    requestsPerCall: at(part, 'requestsPerCall'),
    peakLines: at(part, 'peakLines'),
  });
  const meanRequestsPerCall = all.reduce((sum, one) => sum + one.requestsPerCall, 0) / all.length;
  return { median: figures(0.5), worst: figures(1), meanRequestsPerCall };
}

async function print(): Promise<void> {
  const scenes: Record<string, Partial<Scene>> = {
    'no Retry-After': {},
    'Retry-After: 1': { retryAfterMs: 1_000 },
    'Retry-After: 0': { retryAfterMs: 0 },
    'all lines busy for 30 s before': { othersUntilMs: 30_000 },
    'calls of a minute, 50 people': { calls: 50, callMs: 60_000 },
    'concurrency 50': { concurrency: 50 },
    '2 lines': { lines: 2, calls: 40 },
  };
  for (const [name, changes] of Object.entries(scenes)) {
    const { median, worst, meanRequestsPerCall } = await figuresOver(200, changes);
    const ratios = `${median.ratio.toFixed(2)} times the ideal (worst ${worst.ratio.toFixed(2)})`;
    console.log(
      `${name}: ${ratios}, ${meanRequestsPerCall.toFixed(2)} requests a call, ${worst.peakLines} lines`,
    );
  }
}

if (process.argv[1]?.includes('pace-simulation') === true) void print();
