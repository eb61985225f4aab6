import { answer, startSandbox, type Sandbox } from '../sandbox';
import { startZapierCache, type CacheMood, type ZapierCache } from '../support/zapier-cache';
import { runStep, type StepEnd } from './zapier-step';

let sandbox: Sandbox;
let cache: ZapierCache;
beforeEach(async () => {
  sandbox = await startSandbox();
  cache = await startZapierCache();
});
afterEach(async () => {
  await sandbox.close();
  await cache.close();
});

const step = (inputData: Record<string, unknown> = {}): Promise<StepEnd> =>
  runStep({ sandbox, cache, inputData });

/** Zapier's core carries the delay inside of the message. */
function delayOf({ message }: StepEnd): unknown {
  return (JSON.parse(message) as { delay?: unknown }).delay;
}

test.each<CacheMood>(['busy', 'fails'])(
  'a cache that %s delays the step, and nothing is placed',
  async (mood) => {
    cache.mood = mood;
    const end = await step();
    expect(end).toMatchObject({ errorName: 'ThrottledError', error: { code: 'store-unavailable' } });
    expect(delayOf(end)).toBe(60);
    expect(sandbox.requests).toHaveLength(0);

    cache.mood = 'works';
    expect((await step()).result).toMatchObject({ status: 'accepted' });
  },
);

test('without an account the call is placed, and the log warns', async () => {
  process.env['LOGGING_TOKEN'] = 'of the local tool';
  const end = await runStep({ sandbox, cache: null });
  delete process.env['LOGGING_TOKEN'];
  expect(end.result).toMatchObject({ status: 'accepted' });
  expect(sandbox.calls).toHaveLength(1);
  expect(cache.logs.join()).toContain('a repeated run of this step is not recognised');
});

test.each([
  ['in seconds', '7', 7, 7],
  ['as zero', '0', 1, 1],
  ['not at all', null, 60, 60],
  ['in a way nobody can read', 'soon', 60, 60],
  ['as a date', new Date(Date.now() + 120_000).toUTCString(), 60, 120],
])('a 429 that tells the wait %s', async (_, retryAfter, least, most) => {
  const headers = retryAfter === null ? {} : { 'retry-after': retryAfter };
  sandbox.script(answer(429, { headers }));
  const end = await step();

  expect(end).toMatchObject({ errorName: 'ThrottledError', error: { code: 'rate-limited' } });
  expect(delayOf(end)).toBeGreaterThanOrEqual(least);
  expect(delayOf(end)).toBeLessThanOrEqual(most);
  expect(sandbox.requests).toHaveLength(1);
  expect((await step()).result).toMatchObject({ status: 'accepted' });
});
