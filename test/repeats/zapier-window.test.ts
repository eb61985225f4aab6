import { startSandbox, type Sandbox } from '../sandbox';
import { startZapierCache, type ZapierCache } from '../support/zapier-cache';
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
const inWindow = { repeat_window_hours: '2' };

test('within the window a repeat is skipped, with the time of the first call', async () => {
  const first = await step(inWindow);
  const second = await step(inWindow);
  expect(sandbox.calls).toHaveLength(1);
  expect(second.result).toMatchObject({
    status: 'skipped',
    skipReason: 'repeat',
    requestedAt: first.result?.['requestedAt'],
  });
  expect([...cache.entries.values()].map(({ ttl }) => ttl)).toEqual([2 * 3600]);
});

test('other variables are another call, unless a deduplication key says otherwise', async () => {
  await step({ ...inWindow, variables: { item: 'book' } });
  await step({ ...inWindow, variables: { item: 'lamp' } });
  expect(sandbox.calls).toHaveLength(2);

  await step({ ...inWindow, variables: { item: 'book' }, deduplication_key: 'order-7' });
  const repeat = await step({ ...inWindow, variables: { item: 'lamp' }, deduplication_key: 'order-7' });
  expect(repeat.result).toMatchObject({ skipReason: 'repeat' });
  expect(sandbox.calls).toHaveLength(3);
});

test('a cache that is too busy to note an accepted call leaves it unknown, never forgotten', async () => {
  sandbox.onRequest = () => {
    cache.mood = 'busy';
  };
  expect((await step(inWindow)).result).toMatchObject({ status: 'accepted' });

  cache.mood = 'works';
  expect(await step(inWindow)).toMatchObject({ errorName: 'HaltedError', error: { reason: 'earlier-call' } });
  expect(sandbox.calls).toHaveLength(1);
});

test('a cache that fails after an accepted call leaves it unknown, never forgotten', async () => {
  sandbox.onRequest = () => {
    cache.mood = 'fails';
  };
  expect((await step(inWindow)).result).toMatchObject({ status: 'accepted' });

  cache.mood = 'works';
  expect(await step(inWindow)).toMatchObject({ errorName: 'HaltedError' });
  expect(sandbox.calls).toHaveLength(1);
});
