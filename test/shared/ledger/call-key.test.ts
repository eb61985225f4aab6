import fc from 'fast-check';
import { parseConnection, type OutboundCall, type RawCall } from '../../../shared';
import { callKey, type KeyKind } from '../../../shared/ledger/call-key';
import { callerWith } from '../caller-with';

const raw = { apiKey: 'VF.DM.65f0c0ffee0ddba11ca11000.Key', baseUrl: 'http://127.0.0.1:1' };
const base = { outboundApi: '65f0c0ffee0ddba11ca11000', to: '+4532123456', variables: { a: 1 } };
const hash = (text: string): string => `#${text}`;

async function keyOf(change: RawCall = {}, kind: KeyKind = 'request', connection = raw): Promise<string> {
  const call: OutboundCall = await callerWith(connection).prepare({ ...base, ...change });
  return callKey(call, parseConnection(connection), kind, hash);
}

test('the same request is the same key, and goes through the hash', async () => {
  expect(await keyOf()).toBe(await keyOf({ to: '+45 32 12 34 56' }));
  expect(await keyOf()).toMatch(/^#/);
});

test.each<[string, RawCall]>([
  ['number', { to: '+4532123457' }],
  ['endpoint', { outboundApi: '65f0c0ffee0ddba11ca11001' }],
  ['variables', { variables: { a: 2 } }],
  ['type of a variable', { variables: { a: '1' } }],
  ['name of a variable', { variables: { b: 1 } }],
  ['depth of a variable', { variables: { a: [1] } }],
])('another %s is another key', async (_, change) => {
  expect(await keyOf(change)).not.toBe(await keyOf());
});

test('another server is another key', async () => {
  expect(await keyOf({}, 'request', { ...raw, baseUrl: 'http://127.0.0.1:2' })).not.toBe(await keyOf());
});

test('to a callee, other words are the same call, another number is not', async () => {
  expect(await keyOf({ variables: { a: 2 } }, 'callee')).toBe(await keyOf({}, 'callee'));
  expect(await keyOf({ to: '+4532123457' }, 'callee')).not.toBe(await keyOf({}, 'callee'));
  expect(await keyOf({}, 'callee')).not.toBe(await keyOf());
  expect(await keyOf({ variables: undefined }, 'callee')).not.toBe(await keyOf({ variables: undefined }));
});

test('a deduplication key replaces everything else, of any kind', async () => {
  const own = { deduplicationKey: 'order-1' };
  const other = { ...own, to: '+4532123457', variables: { b: 2 } };
  expect(await keyOf(own)).toBe(await keyOf(other));
  expect(await keyOf(own)).toBe(await keyOf(other, 'callee'));
  expect(await keyOf(own)).not.toBe(await keyOf({ deduplicationKey: 'order-2' }));
  expect(await keyOf({ deduplicationKey: '  ' })).toBe(await keyOf());
});

test('the order of names does not matter at any depth, the order of a list does', async () => {
  expect(await keyOf({ variables: { a: { x: 1, y: [{ p: 1, q: 2 }] }, b: 2 } })).toBe(
    await keyOf({ variables: { b: 2, a: { y: [{ q: 2, p: 1 }], x: 1 } } }),
  );
  expect(await keyOf({ variables: { a: [1, 2] } })).not.toBe(await keyOf({ variables: { a: [2, 1] } }));
});

test('keys stay what they were: a window outlives an update, and other keys would ring everybody again', async () => {
  const cloud = { ...raw, baseUrl: '' };
  const callee = '["https://runtime-api.voiceflow.com","65f0c0ffee0ddba11ca11000","+4532123456"]';
  const variables = { b: [1], a: 'x' };
  expect(await keyOf({ variables }, 'request', cloud)).toBe(
    `#["request",${callee},["object",["a","x"],["b",["list",1]]]]`,
  );
  expect(await keyOf({ variables }, 'callee', cloud)).toBe(`#["callee",${callee}]`);
  expect(await keyOf({ deduplicationKey: 'order-1' })).toBe('#["own","order-1"]');
});

test('two requests have one key only if their bodies say the same', async () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(0, 1, '', 'b', null, true),
      tie('list'),
      tie('object'),
    ),
    list: fc.array(tie('any'), { maxLength: 2 }),
    object: fc.dictionary(fc.constantFrom('b', '1'), tie('any'), { maxKeys: 2, noNullPrototype: true }),
  })).any;
  await fc.assert(
    fc.asyncProperty(value, value, async (one, two) => {
      const same = (await keyOf({ variables: { a: one } })) === (await keyOf({ variables: { a: two } }));
      expect({ one, two, same }).toEqual({ one, two, same: sorted(one) === sorted(two) });
    }),
    { numRuns: 500, examples: [[{ b: 1 }, [['b', 1]]] as never, [[], {}] as never] },
  );
});

/** JSON with the names of every object in order. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, entry: unknown) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
      : entry,
  );
}
