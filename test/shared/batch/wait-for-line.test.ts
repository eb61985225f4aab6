import { CallError } from '../../../shared';
import { createPace } from '../../../shared/batch/pace';
import { placeAll, type CallOutcome } from '../../../shared/batch/place-all';
import { placeCall } from '../../../shared/call/place-call';
import type { Tried } from '../../../shared/call/try-call';
import { createVirtualTime } from '../../support/virtual-time';

const never = new AbortController().signal;

/** A batch against a pool that never has a free line, in virtual time. */
async function starve(
  retryAfterMs: number | undefined,
  waitForFreeLineMs: number,
): Promise<{ seconds: number; requests: number; outcomes: CallOutcome[] }> {
  const time = createVirtualTime();
  const pace = createPace(time, 0, never);
  let requests = 0;
  const tryOnce = async (): Promise<Tried> => {
    requests += 1;
    await time.sleep(5, never);
    const facts = { code: 'rate-limited', outcome: 'not-placed', howToFix: 'Wait.', retryAfterMs } as const;
    return { error: new CallError('Busy.', facts), retry: 'when-a-line-is-free', requests: 1 };
  };
  const place = async (): Promise<never> => {
    await placeCall(tryOnce, { pace, waitForFreeLineMs, cancelled: never });
    throw new Error('There was no line');
  };
  const batch = { concurrency: 5, stopOnError: false, stop: new AbortController(), cancelled: never };
  const outcomes = await time.run(placeAll(Array.from({ length: 200 }), place, batch));
  return { seconds: time.now() / 1000, requests, outcomes };
}

test('nobody waits longer than the user allows, though the server asks for an hour', async () => {
  const { seconds, outcomes } = await starve(3_600_000, 60_000);
  expect(outcomes).toMatchObject(Array.from({ length: 200 }, () => ({ error: { code: 'rate-limited' } })));
  expect(seconds).toBeLessThan(180);
});

test('a batch for which no line becomes free ends, and does not ask on for every item', async () => {
  const { seconds, requests } = await starve(undefined, 60_000);
  expect(seconds).toBeLessThan(180);
  expect(requests).toBeLessThan(100);
});

test('a server that asks for no wait is not asked without a pause', async () => {
  const { requests } = await starve(0, 60_000);
  expect(requests).toBeLessThan(100);
});

test('who may not wait does not ask twice', async () => {
  for (const retryAfterMs of [undefined, 0, 1_000]) {
    const { requests } = await starve(retryAfterMs, 0);
    expect(requests).toBeLessThanOrEqual(200);
  }
});
