import { CallError, type CallResult } from '../../../shared';
import { placeAll, type BatchOptions, type CallOutcome } from '../../../shared/batch/place-all';
import { cancelledError } from '../../../shared/call/place-call';
import { createVirtualTime } from '../../support/virtual-time';

const never = new AbortController().signal;
const result = (id: number): CallResult => ({ id: String(id), status: 'accepted' }) as CallResult;
const refused = new CallError('No.', { code: 'rejected', outcome: 'not-placed', howToFix: 'Ask.' });

function options(changes: Partial<BatchOptions> = {}): BatchOptions {
  return { concurrency: 3, stopOnError: true, stop: new AbortController(), cancelled: never, ...changes };
}

function idsOf(outcomes: readonly CallOutcome[]): Array<string | null> {
  return outcomes.map((outcome) => (outcome !== null && 'result' in outcome ? outcome.result.id : null));
}

test('results keep the order of the items, and no more than allowed are under way', async () => {
  const time = createVirtualTime();
  let open = 0;
  let peak = 0;
  const outcomes = await time.run(
    placeAll(
      [5, 1, 9, 2, 4, 8],
      async (ms) => {
        open += 1;
        peak = Math.max(peak, open);
        await time.sleep(ms, never);
        open -= 1;
        return result(ms);
      },
      options(),
    ),
  );
  expect(idsOf(outcomes)).toEqual(['5', '1', '9', '2', '4', '8']);
  expect(peak).toBe(3);
});

test('an empty batch is done, and a short one starts no idle hands', async () => {
  expect(await placeAll([], () => Promise.reject(refused), options())).toEqual([]);
  let asked = 0;
  const place = (): Promise<CallResult> => Promise.resolve(result((asked += 1)));
  expect(await placeAll([1], place, options({ concurrency: 50 }))).toHaveLength(1);
  expect(asked).toBe(1);
});

test('the first error ends the batch: what is under way is awaited, nothing more starts', async () => {
  const time = createVirtualTime();
  const started: number[] = [];
  const batch = options();
  const outcomes = await time.run(
    placeAll(
      [0, 1, 2, 3, 4],
      async (index) => {
        started.push(index);
        await time.sleep(index === 1 ? 1 : 50, never);
        if (index === 1) throw refused;
        return result(index);
      },
      batch,
    ),
  );
  expect(started).toEqual([0, 1, 2]);
  expect(outcomes).toEqual([{ result: result(0) }, { error: refused }, { result: result(2) }, null, null]);
  expect(batch.stop.signal.aborted).toBe(true);
});

test('where the run goes on, an error concerns its own item only', async () => {
  const place = (index: number): Promise<CallResult> =>
    index === 1 ? Promise.reject(refused) : Promise.resolve(result(index));
  const batch = options({ stopOnError: false });
  const outcomes = await placeAll([0, 1, 2, 3], place, batch);
  expect(outcomes[1]).toEqual({ error: refused });
  expect(idsOf(outcomes)).toEqual(['0', null, '2', '3']);
  expect(batch.stop.signal.aborted).toBe(false);
});

test('whoever still waited for a line when another one failed was never started', async () => {
  const batch = options();
  const place = async (index: number): Promise<CallResult> => {
    if (index === 0) throw refused;
    await new Promise((resolve) => batch.stop.signal.addEventListener('abort', resolve));
    throw index === 1 ? cancelledError() : refused;
  };
  expect(await placeAll([0, 1, 2], place, batch)).toEqual([{ error: refused }, null, { error: refused }]);
});

test('when the user stops the run, nothing more starts, and who waited says so', async () => {
  const stopped = new AbortController();
  const started: number[] = [];
  const place = (index: number): Promise<CallResult> => {
    started.push(index);
    if (index < 1) return Promise.resolve(result(index));
    stopped.abort();
    return Promise.reject(cancelledError());
  };
  const batch = options({ concurrency: 1, stopOnError: false, cancelled: stopped.signal });
  const outcomes = await placeAll([0, 1, 2], place, batch);
  expect(started).toEqual([0, 1]);
  expect(outcomes).toMatchObject([{ result: { id: '0' } }, { error: { code: 'cancelled' } }, null]);
});

test('an error that is none of ours is passed on as it is', async () => {
  const defect = new TypeError('a defect');
  const batch = options({ stopOnError: true });
  batch.stop.abort();
  const live = options();
  expect(await placeAll([0], () => Promise.reject(defect), live)).toEqual([{ error: defect }]);
  expect(await placeAll([0], () => Promise.reject(defect), batch)).toEqual([null]);
});
