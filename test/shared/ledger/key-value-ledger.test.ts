import { keyValueLedger, type CallResult, type KeyValueStore } from '../../../shared';

const start = Date.parse('2026-11-23T10:20:00Z');
const hour = 3_600_000;
const result = { status: 'accepted', requestedAt: '2026-11-23T10:20:01.000Z' } as CallResult;

let now: number;
let marks: Map<string, { value: string; until: number }>;
let store: KeyValueStore;

/** A cache that forgets what is too old, unless it is told to live on. */
function cache(): KeyValueStore {
  const read = (key: string): string | null => {
    const mark = marks.get(key);
    return mark === undefined || mark.until <= now ? null : mark.value;
  };
  const write = (key: string, value: string, seconds: number): void =>
    void marks.set(key, { value, until: now + seconds * 1000 });
  return {
    setIfAbsent: (key, value, seconds) => {
      if (read(key) !== null) return Promise.resolve(false);
      write(key, value, seconds);
      return Promise.resolve(true);
    },
    set: (key, value, seconds) => Promise.resolve(void write(key, value, seconds)),
    get: (key) => Promise.resolve(read(key)),
    delete: (key) => Promise.resolve(void marks.delete(key)),
  };
}

/** A step of its own. */
const ledger = (hours: number | null = null): ReturnType<typeof keyValueLedger> =>
  keyValueLedger(store, hours, { now: () => now, random: Math.random });

beforeEach(() => {
  now = start;
  marks = new Map();
  store = cache();
});

test('a request in flight is marked for as long as a replay may come', async () => {
  expect(await ledger().claim('key')).toEqual({ state: 'new' });
  now += 11.9 * hour;
  expect(await ledger().claim('key')).toEqual({
    state: 'unknown',
    at: '2026-11-23T10:20:00.000Z',
    error: null,
  });
  now += 0.2 * hour;
  expect(await ledger().claim('key')).toEqual({ state: 'new' });
});

test('without a window an accepted call leaves no mark', async () => {
  await ledger().claim('key');
  await ledger().accept('key', result);
  expect(marks.size).toBe(0);
});

test('what is cleared was never there, and what is unknown stays', async () => {
  await ledger().claim('key');
  await expect(ledger().unknown('key', undefined as never)).resolves.toBeUndefined();
  expect(await ledger().claim('key')).toMatchObject({ state: 'unknown' });
  await ledger().clear('key');
  expect(marks.size).toBe(0);
});

test('without a window no acceptance is asked for, so that none can fail', async () => {
  store.get = () => Promise.reject(new Error('down'));
  expect(await ledger().claim('key')).toEqual({ state: 'new' });
});

test('an accepted key says nothing about another', async () => {
  await ledger(2).claim('key');
  await ledger(2).accept('key', result);
  expect(await ledger(2).claim('another')).toEqual({ state: 'new' });
});

test('a cache may give back what it read as an object', async () => {
  await ledger().claim('key');
  const { get } = store;
  store.get = async (key) => JSON.parse(String(await get(key))) as unknown;
  expect(await ledger().claim('key')).toMatchObject({ at: '2026-11-23T10:20:00.000Z' });
});

test('in a window the first call is known, with its own time', async () => {
  await ledger(2).claim('key');
  await ledger(2).accept('key', result);
  now += 1.9 * hour;
  const claim = { state: 'accepted', at: result.requestedAt, result: null };
  expect(await ledger(2).claim('key')).toEqual(claim);
  // And asking left no intent behind.
  expect(await ledger(2).claim('key')).toEqual(claim);
  expect(marks.size).toBe(1);
});

test('a mark outlives its window in no way: not by its own age, not by a shorter window', async () => {
  await ledger(2).claim('key');
  await ledger(2).accept('key', result);
  now += 1.5 * hour;
  expect(await ledger(1).claim('key')).toEqual({ state: 'new' });
  await ledger(1).clear('key');
  now += hour;
  expect(await ledger(2).claim('key')).toEqual({ state: 'new' });
});

test('exactly at the end of the window the call may be placed again', async () => {
  await ledger(2).claim('key');
  await ledger(2).accept('key', { ...result, requestedAt: '2026-11-23T10:20:00.000Z' });
  for (const mark of marks.values()) mark.until = Infinity;
  now += 2 * hour - 1;
  expect(await ledger(2).claim('key')).toMatchObject({ state: 'accepted' });
  now += 1;
  expect(await ledger(2).claim('key')).toEqual({ state: 'new' });
});

test('a mark that cannot be read is no time, and no reason to ring', async () => {
  for (const value of ['{}', '{"at":7}', 'null', '[]']) {
    marks.set('in-flight:key', { value, until: Infinity });
    expect(await ledger().claim('key')).toEqual({ state: 'unknown', at: null, error: null });
  }
});

test('an acceptance that cannot be noted keeps the intent', async () => {
  await ledger(2).claim('key');
  store.set = () => Promise.reject(new Error('busy'));
  await expect(ledger(2).accept('key', result)).rejects.toThrow('busy');
  expect(await ledger(2).claim('key')).toMatchObject({ state: 'unknown' });
});

test('a claim that fails half-way leaves no tale of a call that never was', async () => {
  const { get } = store;
  store.get = () => Promise.reject(new Error('down'));
  await expect(ledger(2).claim('key')).rejects.toThrow('down');
  store.get = get;
  expect(await ledger(2).claim('key')).toEqual({ state: 'new' });
});

test('a mark that was written is ours, although the answer got lost', async () => {
  const { setIfAbsent } = store;
  store.setIfAbsent = async (...mark) => {
    await setIfAbsent(...mark);
    throw new Error('the answer got lost');
  };
  expect(await ledger().claim('key')).toEqual({ state: 'new' });
  expect(await ledger().claim('key')).toMatchObject({ state: 'unknown' });
});

test('a mark that was not written lets nothing through', async () => {
  store.setIfAbsent = () => Promise.reject(new Error('down'));
  await expect(ledger().claim('key')).rejects.toThrow('down');
});

test('a mark that can be deleted at the second try only is deleted', async () => {
  const { delete: remove } = store;
  const failOnce = (): void => {
    store.delete = () => {
      store.delete = remove;
      return Promise.reject(new Error('down'));
    };
  };
  for (const end of ['clear', 'accept'] as const) {
    await ledger().claim('key');
    failOnce();
    await ledger()[end]('key', result);
    expect(await ledger().claim('key')).toEqual({ state: 'new' });
    marks.clear();
  }
});

test('in a window, an accepted call whose mark could not be deleted is a repeat, not unknown', async () => {
  await ledger(2).claim('key');
  store.delete = () => Promise.reject(new Error('down'));
  await expect(ledger(2).accept('key', result)).rejects.toThrow('down');
  expect(await ledger(2).claim('key')).toMatchObject({ state: 'accepted', at: result.requestedAt });
});

test('a call in flight is unknown, whatever was accepted before it', async () => {
  await ledger(2).claim('key');
  await ledger(2).accept('key', result);
  now += 2 * hour;
  for (const mark of marks.values()) mark.until = Infinity;
  await ledger(3).clear('key');
  marks.set('in-flight:key', { value: JSON.stringify({ at: new Date(now).toISOString() }), until: Infinity });
  expect(await ledger(3).claim('key')).toMatchObject({ state: 'unknown' });
});

test('a mark that goes while it is asked for was that of the accepted call', async () => {
  await ledger(2).claim('key');
  const { setIfAbsent } = store;
  store.setIfAbsent = async (...mark) => {
    const written = await setIfAbsent(...mark);
    await ledger(2).accept('key', result);
    return written;
  };
  expect(await ledger(2).claim('key')).toMatchObject({ state: 'accepted' });
});

test('a step that Zapier may have given up by now leaves its mark, so that a replay does not ring', async () => {
  const slow = ledger();
  await slow.claim('key');
  now += 26_000;
  await slow.accept('key', result);
  expect(await ledger().claim('key')).toMatchObject({ state: 'unknown' });
});

test('a mark that was deleted, although the answer got lost, is not deleted again when it is another step’s', async () => {
  const first = ledger();
  await first.claim('key');
  const { delete: remove } = store;
  store.delete = async (key) => {
    store.delete = remove;
    await remove(key);
    expect(await ledger().claim('key')).toEqual({ state: 'new' });
    throw new Error('the answer got lost');
  };
  await first.accept('key', result);
  expect(await ledger().claim('key')).toMatchObject({ state: 'unknown' });
});
