import { answer, hang, reset, startSandbox } from './index';
import { LinePool } from './line-pool';
import { call } from './testing';

test('a line is busy until its call has lasted long enough', () => {
  let now = 0;
  const pool = new LinePool(2, 100, () => now);
  pool.take();
  now = 50;
  pool.take();
  expect(pool.hasFreeLine()).toBe(false);
  now = 99;
  expect(pool.hasFreeLine()).toBe(false);
  now = 100;
  expect(pool.hasFreeLine()).toBe(true);
  pool.take();
  expect(pool.peak).toBe(2);
});

test('a full pool answers 429 and places nothing', async () => {
  const sandbox = await startSandbox({ lines: 2, callMs: 3_600_000, retryAfter: '3' });
  const seen = await Promise.all([call(sandbox), call(sandbox), call(sandbox), call(sandbox)]);

  expect(seen.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429]);
  expect(seen.find(({ status }) => status === 429)?.headers['retry-after']).toBe('3');
  expect(sandbox.calls).toHaveLength(2);
  expect(sandbox.peakLines).toBe(2);
  await sandbox.close();
});

test('without retryAfter the 429 has no such header', async () => {
  const sandbox = await startSandbox({ lines: 0 });
  expect((await call(sandbox)).headers).not.toHaveProperty('retry-after');
  await sandbox.close();
});

test('a scripted call needs a line too; a fault that places none does not', async () => {
  const sandbox = await startSandbox({ lines: 1, callMs: 3_600_000 });
  await call(sandbox);
  sandbox.script(answer(402), answer(503, { accept: true }));
  expect((await call(sandbox)).status).toBe(402);
  expect((await call(sandbox)).status).toBe(429);
  expect(sandbox.peakLines).toBe(1);
  await sandbox.close();
});

test('calls of 0 ms never fill the pool', async () => {
  const sandbox = await startSandbox({ lines: 1 });
  await call(sandbox);
  expect((await call(sandbox)).status).toBe(200);
  expect(sandbox.peakLines).toBe(1);
  await sandbox.close();
});

test('open requests are counted until each is over', async () => {
  const sandbox = await startSandbox();
  await call(sandbox);
  await call(sandbox);
  expect(sandbox.peakOpenRequests).toBe(1);

  sandbox.script(hang(), hang(), reset());
  const arrived = new Promise<void>((resolve) => {
    sandbox.onRequest = () => {
      if (sandbox.requests.length === 5) resolve();
    };
  });
  const open = [call(sandbox), call(sandbox), call(sandbox)];
  await arrived;
  expect(sandbox.peakOpenRequests).toBe(3);
  await sandbox.close();
  await Promise.all(open);
});
