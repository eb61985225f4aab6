/**
 * What ledger and queue hold in a run of 20,000 items, beyond the items that go in and the results that come out:
 *
 *   node --expose-gc --import tsx test/bench/memory.bench.ts
 *
 * Ends with 1 if it is 1 kB an item or more. No socket: the client answers at once, 200 or, now and then, 429.
 */
import type { CallOutcome, HttpResponse, OutboundCall, PlaceSettings, RunMemory } from '../../shared';
import { createCaller, createKeyLocks, memoryLedger, parseConnection } from '../../shared';
import { nodeHost } from '../support/core-host';

const items = 20_000;
const bound = 1_000;
/** One in so many requests finds every line busy. */
const busyEvery = 50;
/** In milliseconds: of a call, and of the body of its answer. */
const deadlines = [20_000, 2_000];

const connection = parseConnection({
  apiKey: 'VF.DM.65f0c0ffee0ddba11ca11000.Key',
  baseUrl: 'http://127.0.0.1:1',
});

let requests = 0;
function respond(): Promise<HttpResponse> {
  requests += 1;
  return Promise.resolve({
    status: requests % busyEvery === 0 ? 429 : 200,
    header: () => undefined,
    // eslint-disable-next-line @typescript-eslint/require-await
    body: (async function* () {
      yield new TextEncoder().encode('{"status":"ok"}');
    })(),
    cancel: () => undefined,
  });
}

async function heap(): Promise<number> {
  const { gc } = globalThis as { gc?: () => void };
  if (gc === undefined) throw new Error('Run it with --expose-gc');
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    gc();
  }
  return process.memoryUsage().heapUsed;
}

const wait = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function main(): Promise<void> {
  const host = nodeHost(connection.apiKey);
  let now = Date.now();
  const sleep = (ms: number, signal: AbortSignal): Promise<unknown> => {
    // A deadline, which the answer ends.
    if (deadlines.includes(ms)) {
      return new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    }
    // Every other wait is over at once.
    now += ms;
    return wait();
  };
  const caller = createCaller(connection, { ...host, http: respond, now: () => now, sleep });
  const calls: OutboundCall[] = [];
  for (let index = 0; index < items; index += 1) {
    calls.push(
      await caller.prepare({
        outboundApi: '65f0c0ffee0ddba11ca11000',
        to: `+45${32_000_000 + index}`,
        variables: { name: `Person ${index}` },
      }),
    );
  }

  const stop = new AbortController();
  const place = (settings: PlaceSettings): Promise<CallOutcome[]> =>
    caller.placeAll(calls, {
      concurrency: 5,
      waitForFreeLineMs: 60_000,
      cancelled: stop.signal,
      ...settings,
    });
  await place({});

  const before = await heap();
  const outcomes = await place({});
  const results = (await heap()) - before;

  const memory: RunMemory = new Map();
  const settings = { ledger: memoryLedger(memory), locks: createKeyLocks() };
  const beforeRun = await heap();
  let peak = 0;
  const watch = (async (): Promise<void> => {
    while (memory.size < items / 2) await wait();
    peak = await heap();
  })();
  const kept = await place(settings);
  await watch;
  const held = (await heap()) - beforeRun - results;
  const placed = kept.filter((outcome) => outcome !== null && 'result' in outcome).length;
  if (placed !== items || memory.size !== items || outcomes.length !== items)
    throw new Error('Not all were placed');

  const midway = (peak - beforeRun - results / 2) / (items / 2);
  console.log(`${Math.round(results / items)} bytes an item: its result, which goes out`);
  console.log(
    `${Math.round(held / items)} bytes an item: ledger and queue, after the run (less than ${bound})`,
  );
  console.log(`${Math.round(midway)} bytes an item: the same in the middle of the run`);
  if (Math.max(held / items, midway) >= bound) process.exitCode = 1;
}

void main();
