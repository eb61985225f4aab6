import type { CallResult } from '../../../shared';
import { windowLedger } from '../../../shared';
import { testStore, type TestStore } from './record-store';

const hour = 3_600_000;
const ten = Date.parse('2026-11-23T10:20:00Z');
const result = { status: 'accepted' } as CallResult;

let store: TestStore;
let now: number;
const ledger = (hours = 2): ReturnType<typeof windowLedger> => windowLedger(store, hours, { now: () => now });

beforeEach(() => {
  store = testStore();
  now = ten;
});

test('a new key leaves one mark, its intent; an accepted one leaves one as well', async () => {
  const writing = ledger();
  expect(await writing.claim('key')).toEqual({ state: 'new' });
  expect([...store.entries]).toHaveLength(1);
  const [intent] = store.entries;

  await writing.accept('key', result);
  expect([...store.entries]).toHaveLength(1);
  expect(store.entries).not.toContain(intent);
});

test('an accepted key is known to the hour, and asking leaves no further marks', async () => {
  const writing = ledger();
  await writing.claim('key');
  await writing.accept('key', result);
  const accepted = { state: 'accepted', at: '2026-11-23T10:00:00.000Z', result: null };
  expect(await ledger().claim('key')).toEqual(accepted);
  expect(await ledger().claim('key')).toEqual(accepted);
  expect([...store.entries]).toHaveLength(1);
});

test.each([
  [0, 'accepted'],
  [2, 'accepted'],
  [3, 'new'],
])('after %d hours, in a window of two, an accepted key is %s', async (hours, state) => {
  const writing = ledger();
  await writing.claim('key');
  await writing.accept('key', result);
  now += hours * hour;
  expect(await ledger().claim('key')).toMatchObject({ state });
});

test('an intent that nobody took back is unknown, and says since when', async () => {
  await ledger().claim('key');
  now += hour;
  const unknown = { state: 'unknown', at: '2026-11-23T10:00:00.000Z', error: null };
  expect(await ledger().claim('key')).toEqual(unknown);
  expect(await ledger().claim('key')).toEqual(unknown);
});

test('what is cleared was never there', async () => {
  const writing = ledger();
  await writing.claim('key');
  await writing.clear('key');
  expect(store.entries.size).toBe(0);
  expect(await ledger().claim('key')).toEqual({ state: 'new' });
});

test('an outcome that was seen as unknown keeps its intent', async () => {
  const writing = ledger();
  await writing.claim('key');
  await expect(writing.unknown('key', undefined as never)).resolves.toBeUndefined();
  expect(await ledger().claim('key')).toMatchObject({ state: 'unknown' });
});

test.each(['accept', 'clear'] as const)('%s finds the intent of an hour that is over', async (end) => {
  const writing = ledger();
  await writing.claim('key');
  now += hour;
  await writing[end]('key', result);
  const claim = await ledger().claim('key');
  if (end === 'clear') expect(claim).toEqual({ state: 'new' });
  else expect(claim).toMatchObject({ state: 'accepted', at: '2026-11-23T10:00:00.000Z' });
});

test('keys do not disturb each other', async () => {
  const writing = ledger();
  await Promise.all([writing.claim('one'), writing.claim('two')]);
  await writing.clear('one');
  expect(await ledger().claim('two')).toMatchObject({ state: 'unknown' });
});

test('a claim that dies between its two questions is unknown afterwards, never accepted', async () => {
  store.before = (question) => {
    if (question === 'remove') throw new Error('the process has died');
  };
  await expect(ledger().claim('key')).rejects.toThrow('died');
  store.before = () => undefined;
  expect(await ledger().claim('key')).toMatchObject({ state: 'unknown' });
});

test('an acceptance that dies half-way is unknown, never forgotten', async () => {
  const writing = ledger();
  await writing.claim('key');
  store.before = (question) => {
    if (question === 'remove') throw new Error('the process has died');
  };
  await expect(writing.accept('key', result)).rejects.toThrow('died');
  store.before = () => undefined;
  expect(await ledger().claim('key')).toMatchObject({ state: 'unknown' });
});

test('an intent is newer news than an acceptance before it', async () => {
  const first = ledger();
  await first.claim('key');
  await first.accept('key', result);
  now += 3 * hour;
  await ledger().claim('key');
  expect(await ledger(5).claim('key')).toMatchObject({ state: 'unknown', at: '2026-11-23T13:00:00.000Z' });
});

test('the clock of another worker may be in the next hour already, or still in the last one', async () => {
  const ahead = Date.parse('2026-11-23T11:00:00.010Z');
  const behind = Date.parse('2026-11-23T10:59:59.990Z');
  for (const [first, second] of [
    [ahead, behind],
    [behind, ahead],
  ] as const) {
    store = testStore();
    now = first;
    const writing = ledger();
    await writing.claim('key');
    now = second;
    expect(await ledger().claim('key')).toMatchObject({ state: 'unknown' });
    now = first;
    await writing.accept('key', result);
    now = second;
    expect(await ledger().claim('key')).toMatchObject({ state: 'accepted' });
  }
});

test.each(['claim', 'clear'] as const)('a store that fails once in a %s leaves no tale', async (when) => {
  const writing = ledger();
  const failOnce = (): void => {
    store.before = (question) => {
      if (question === 'record') return;
      store.before = () => undefined;
      throw new Error('busy');
    };
  };
  if (when === 'claim') {
    failOnce();
    await expect(writing.claim('key')).rejects.toThrow('busy');
  } else {
    await writing.claim('key');
    failOnce();
    await writing.clear('key');
  }
  expect(store.entries.size).toBe(0);
  expect(await ledger().claim('key')).toEqual({ state: 'new' });
});
