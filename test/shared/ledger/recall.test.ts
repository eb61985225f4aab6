import {
  layeredLedger,
  memoryLedger,
  type CallOutcome,
  type PlaceSettings,
  type RunMemory,
} from '../../../shared';
import { answer, startSandbox, type Sandbox } from '../../sandbox';
import { callerWith } from '../caller-with';

let sandbox: Sandbox;
let memory: RunMemory;
beforeEach(async () => {
  sandbox = await startSandbox();
  memory = new Map();
});
afterEach(() => sandbox.close());

/** One pass of a run over people by their last digit. */
async function pass(people: readonly number[], settings: PlaceSettings = {}): Promise<CallOutcome[]> {
  const caller = callerWith({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
  const calls = await Promise.all(
    people.map((person) => caller.prepare({ outboundApi: sandbox.phoneNumberId, to: `+453212345${person}` })),
  );
  return await caller.placeAll(calls, { ledger: memoryLedger(memory), stopOnError: true, ...settings });
}

function told(outcomes: readonly CallOutcome[]): unknown[] {
  return outcomes.map((outcome) => {
    if (outcome === null) return null;
    return 'result' in outcome ? outcome.result.status : (outcome.error as { code: string }).code;
  });
}

test('a pass that ends early still tells what an earlier one placed', async () => {
  sandbox.script(answer(200), answer(503, { accept: true }));
  await pass([1, 2], { stopOnError: false });
  sandbox.script(answer(400));
  const outcomes = await pass([3, 1, 2, 4]);
  expect(told(outcomes)).toEqual(['rejected', 'accepted', 'outcome-unknown', null]);
  // As it was seen then.
  expect(outcomes[2]).toMatchObject({ error: { httpStatus: 503 } });
  expect(sandbox.requests).toHaveLength(3);
});

test('of two equal items, the second is a repeat, also where the pass has ended before it', async () => {
  await pass([1]);
  sandbox.script(answer(400));
  expect(told(await pass([3, 1, 1]))).toEqual(['rejected', 'accepted', 'skipped']);
});

test('of two equal items in one pass, the second is a repeat that says when the first one was placed', async () => {
  const [first, second] = await pass([1, 1], { stopOnError: false });
  expect(told([first ?? null, second ?? null])).toEqual(['accepted', 'skipped']);
  const { requestedAt } = (first as { result: { requestedAt: string } }).result;
  expect(second).toMatchObject({ result: { requestedAt } });
  expect(sandbox.calls).toHaveLength(1);
});

test('an intent of an earlier pass of which nothing was seen is unknown, too', async () => {
  await pass([1]);
  for (const key of memory.keys()) memory.set(key, null);
  sandbox.script(answer(400));
  expect(told(await pass([3, 1]))).toEqual(['rejected', 'outcome-unknown']);
});

test('in front of a store, the run remembers just as well', async () => {
  const ledger = layeredLedger(memoryLedger(memory), memoryLedger(new Map()));
  await pass([1], { ledger });
  sandbox.script(answer(400));
  expect(told(await pass([3, 1], { ledger }))).toEqual(['rejected', 'accepted']);
});

test('a call that was placed in this pass is no news to its duplicate behind the error', async () => {
  sandbox.script(answer(200), answer(400));
  expect(told(await pass([1, 3, 1]))).toEqual(['accepted', 'rejected', 'skipped']);
});

test('a run that was stopped before it began still tells what it knows, and of the others that they were not called', async () => {
  await pass([1]);
  const stop = new AbortController();
  stop.abort();
  const outcomes = await pass([1, 2], { cancelled: stop.signal });
  expect(told(outcomes)).toEqual(['accepted', 'cancelled']);
});

test('without a ledger nothing is known', async () => {
  sandbox.script(answer(200), answer(400));
  expect(told(await pass([1, 3, 1], { ledger: null }))).toEqual(['accepted', 'rejected', null]);
});
