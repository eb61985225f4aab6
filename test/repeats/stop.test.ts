import { getEventListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { createKeyLocks, memoryLedger, type OutboundCall, type PlaceSettings } from '../../shared';
import { answer, startSandbox, type Sandbox } from '../sandbox';
import { callerWith } from '../shared/caller-with';
import { rejectionOf } from '../shared/refusal';
import { nodeHost } from '../support/core-host';

let sandbox: Sandbox;
let stop: AbortController;
beforeEach(async () => {
  sandbox = await startSandbox();
  stop = new AbortController();
});
afterEach(() => sandbox.close());

/** Places one call; the user stops the run as soon as its first request has an end. */
async function stopAfterFirst(baseUrl: string): Promise<{ requests: number; code: string }> {
  let requests = 0;
  const { http } = nodeHost(sandbox.apiKey);
  const caller = callerWith(
    { apiKey: sandbox.apiKey, baseUrl },
    {
      http: async (request, signal) => {
        requests += 1;
        try {
          return await http(request, signal);
        } finally {
          stop.abort();
        }
      },
    },
  );
  const call = await caller.prepare({ outboundApi: sandbox.phoneNumberId, to: '+4532123456' });
  const { code } = await rejectionOf(caller.place(call, { cancelled: stop.signal }));
  return { requests, code };
}

test('after Stop, the other version of the API is not tried', async () => {
  sandbox.script(answer(404));
  expect(await stopAfterFirst(sandbox.url)).toEqual({ requests: 1, code: 'not-found' });
});

test('after Stop, a server that could not be reached is not tried again', async () => {
  expect(await stopAfterFirst('http://127.0.0.1:1')).toEqual({ requests: 1, code: 'unreachable' });
});

test('Stop does not wait for another execution that places the same call', async () => {
  const locks = createKeyLocks();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const ledger = memoryLedger(new Map());
  const claimed: string[] = [];
  // The other execution has the lock, whatever the key.
  const settings: PlaceSettings = {
    ledger: { ...ledger, claim: (key) => (claimed.push(key), ledger.claim(key)) },
    locks: { run: (_, work) => locks.run('one', async () => await work()) },
    cancelled: stop.signal,
  };
  const other = locks.run('one', () => held);
  const caller = callerWith({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
  const call: OutboundCall = await caller.prepare({
    outboundApi: sandbox.phoneNumberId,
    to: '+4532123456',
  });
  const placing = rejectionOf(caller.place(call, settings));
  stop.abort();
  const ended = await Promise.race([placing.then(({ code }) => code), setTimeout(2_000, 'still waiting')]);
  release();
  await Promise.allSettled([other, placing]);
  expect(ended).toBe('cancelled');
  expect(sandbox.requests).toHaveLength(0);
  // Nor does it write anything later, when its process may end at any moment: that would be an unknown outcome.
  expect(claimed).toEqual([]);
});

test('calls side by side share what listens for Stop: Node warns of more than ten listeners', async () => {
  const signals: AbortSignal[] = [stop.signal];
  const any = AbortSignal.any.bind(AbortSignal);
  const spy = jest.spyOn(AbortSignal, 'any').mockImplementation((sources) => {
    const signal = any(sources);
    signals.push(signal);
    return signal;
  });
  const { http } = nodeHost(sandbox.apiKey);
  let most = 0;
  const caller = callerWith(
    { apiKey: sandbox.apiKey, baseUrl: sandbox.url },
    {
      http: (request, signal) => {
        const counts = signals.map((one) => getEventListeners(one, 'abort').length);
        most = Math.max(most, ...counts);
        return http(request, signal);
      },
    },
  );
  const numbers = Array.from({ length: 40 }, (_, index) => `+453212${1000 + index}`);
  const calls = await Promise.all(
    numbers.map((to) => caller.prepare({ outboundApi: sandbox.phoneNumberId, to })),
  );
  const settings = { concurrency: 20, ledger: memoryLedger(new Map()), cancelled: stop.signal };
  await caller.placeAll(calls, settings);
  spy.mockRestore();
  expect(sandbox.calls).toHaveLength(40);
  expect(most).toBeLessThanOrEqual(10);
});
