import { answer, hang, startSandbox, type Sandbox } from '../sandbox';
import { nextSettled } from '../sandbox/testing';
import { startZapierCache, type ZapierCache } from '../support/zapier-cache';
import { phone, runStep, type StepEnd } from './zapier-step';

let sandbox: Sandbox;
let cache: ZapierCache;
let killed: Array<Promise<unknown>>;
beforeEach(async () => {
  sandbox = await startSandbox();
  cache = await startZapierCache();
  killed = [];
});
afterEach(async () => {
  await sandbox.close();
  await Promise.all(killed);
  await cache.close();
});

const step = (inputData: Record<string, unknown> = {}): Promise<StepEnd> =>
  runStep({ sandbox, cache, inputData });

/** Zapier ends the process in mid-request: nobody hears what becomes of it. */
async function killStep(): Promise<void> {
  sandbox.script(hang({ accept: true }));
  const settled = nextSettled(sandbox);
  killed.push(step());
  await settled;
}

test('a step that was killed in mid-request does not ring again, and says why', async () => {
  await killStep();

  const { errorName, message, error } = await step();
  expect(sandbox.calls).toHaveLength(1);
  expect(sandbox.requests).toHaveLength(1);
  expect(errorName).toBe('HaltedError');
  expect(message).toMatch(/started before at \d{4}-.*may have rung/);
  expect(message).not.toContain(phone);
  expect(error).toMatchObject({ code: 'outcome-unknown', outcome: 'unknown', reason: 'earlier-call' });
});

test('nor after an unknown outcome, however often it comes back', async () => {
  sandbox.script(answer(503, { accept: true }));
  const first = await step();
  expect(first).toMatchObject({ errorName: 'HaltedError', error: { code: 'outcome-unknown' } });

  for (let replay = 0; replay < 5; replay += 1) {
    expect(await step()).toMatchObject({ errorName: 'HaltedError', error: { reason: 'earlier-call' } });
  }
  expect(sandbox.calls).toHaveLength(1);
});

test('another deduplication key rings again on purpose', async () => {
  sandbox.script(answer(503, { accept: true }));
  await step({ deduplication_key: 'order-1' });
  expect(await step({ deduplication_key: 'order-1' })).toMatchObject({ error: { reason: 'earlier-call' } });
  expect((await step({ deduplication_key: 'order-1 again' })).result).toMatchObject({ status: 'accepted' });
});

test('after a definite refusal it rings', async () => {
  sandbox.script(answer(400));
  expect(await step()).toMatchObject({ error: { code: 'rejected', outcome: 'not-placed' } });
  expect((await step()).result).toMatchObject({ status: 'accepted' });
  expect(sandbox.calls).toHaveLength(1);
});

test('an accepted call may be placed again, and leaves nothing in the cache', async () => {
  await step();
  expect(cache.entries.size).toBe(0);
  expect((await step()).result).toMatchObject({ status: 'accepted' });
  expect(sandbox.calls).toHaveLength(2);
});

test('two steps at the same time place one call', async () => {
  sandbox.script(answer(200, { delayMs: 100 }));
  const ends = await Promise.all([step(), step()]);
  expect(sandbox.requests).toHaveLength(1);
  expect(ends.map(({ errorName }) => errorName).sort()).toEqual(['HaltedError', null]);
});

test('the mark outlives the last replay, 10.6 hours later, and holds no phone number', async () => {
  await killStep();
  const [entry] = cache.entries;
  const [key, mark] = entry ?? ['', undefined];
  expect(mark?.ttl).toBeGreaterThanOrEqual(12 * 3600);
  expect(key + mark?.value).not.toContain(phone.slice(1));
});
