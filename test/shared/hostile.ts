import fc from 'fast-check';
import { anyText } from './any-text';

class Stranger {
  readonly secret = 1;
}

function cyclic(): unknown {
  const ring: Record<string, unknown> = {};
  ring['ring'] = ring;
  return ring;
}

function deep(levels: number): unknown {
  let nested: unknown = 'bottom';
  for (let level = 0; level < levels; level += 1) nested = level % 2 === 0 ? [nested] : { nested };
  return nested;
}

/** What no form sends, but code, expressions and broken integrations do. */
const oddities: readonly unknown[] = [
  undefined,
  null,
  NaN,
  Infinity,
  -0,
  10n,
  Symbol('hostile'),
  () => 'hostile',
  new Date(NaN),
  new Date(0),
  new Stranger(),
  new Map([['a', 1]]),
  Buffer.from('hostile'),
  Object.create(null),
  cyclic(),
  deep(1000),
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"a":{"__proto__":{"polluted":true}}}'),
  'x'.repeat(1_000_000),
  '['.repeat(50_000),
  '\ud800',
  '\u0000',
  Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`v${index}`, index])),
];

/** Anything that a caller could hand in. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...oddities),
  anyText(),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withBoxedValues: true }),
);

/** The same without objects, for what turns its input into text. */
export const hostileScalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, NaN, Infinity, -0, 10n, Symbol('hostile'), 'x'.repeat(1_000_000)),
  anyText(),
  fc.double(),
  fc.bigInt(),
  fc.boolean(),
);
