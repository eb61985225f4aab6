import vm from 'node:vm';
import fc from 'fast-check';
import { isCallError } from '../../../shared/call-error';
import { isPlainObject, toJsonObject, toJsonValue } from '../../../shared/variables/json-value';
import { hostile } from '../hostile';
import { expectSentences, refusalOf, resultOf } from '../refusal';

function nested(levels: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

function cycle(): object {
  const first: Record<string, unknown> = {};
  first['list'] = [{ first }];
  return first;
}

/** n8n's `$now`, as far as it matters here. */
class DateTimeLike {
  toISO(): string {
    return '2026-11-23T12:00:00.000+01:00';
  }
  toJSON(): string {
    return this.toISO();
  }
}

class Money {
  readonly amount = 5;
}

describe('what JSON can carry', () => {
  it('is copied without loss', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (input) => {
        const json = JSON.stringify(input);
        const copy = resultOf(() => toJsonValue(JSON.parse(json), 'note'));
        if (isCallError(copy)) expect(copy.reason).toBe('reserved-name');
        else expect(JSON.stringify(copy)).toBe(json);
      }),
    );
  });

  it('is not changed by what happens to the original later', () => {
    const input = { list: [1, 2], inner: { a: 1 } };
    const copy = toJsonValue(input, 'note');
    input.list.push(3);
    input.inner.a = 2;
    expect(copy).toEqual({ list: [1, 2], inner: { a: 1 } });
  });

  it('may hold the same object twice, as long as it does not hold itself', () => {
    const address = { city: 'Aarhus' };
    expect(toJsonValue({ home: address, work: [address, address] }, 'note')).toEqual({
      home: { city: 'Aarhus' },
      work: [{ city: 'Aarhus' }, { city: 'Aarhus' }],
    });
  });

  it('may come from another realm, as n8n’s expressions do', () => {
    const foreign: unknown = vm.runInNewContext('({ list: [1, { a: null }] })');
    expect(toJsonValue(foreign, 'note')).toEqual({ list: [1, { a: null }] });
  });

  it('may be an object without a prototype', () => {
    expect(toJsonValue(Object.assign(Object.create(null), { a: 1 }), 'note')).toEqual({ a: 1 });
  });

  it.each([
    ['a Date', new Date('2026-11-23T12:00:00Z'), '2026-11-23T12:00:00.000Z'],
    ['a Luxon DateTime', new DateTimeLike(), '2026-11-23T12:00:00.000+01:00'],
  ])('%s becomes its ISO 8601 text', (_name, input, expected) => {
    expect(toJsonValue({ at: [input] }, 'note')).toEqual({ at: [expected] });
  });

  it('may be nested 32 levels deep, and no deeper', () => {
    expect(JSON.stringify(toJsonValue(nested(32), 'note'))).toBe(JSON.stringify(nested(32)));
    expect(refusalOf(() => toJsonValue(nested(33), 'note')).reason).toBe('too-deep');
    expect(refusalOf(() => toJsonValue(nested(5000), 'note')).reason).toBe('too-deep');
  });
});

describe('what JSON cannot carry is refused', () => {
  it.each<[reason: string, input: unknown]>([
    ['undefined', undefined],
    ['undefined', [undefined]],
    ['undefined', { a: undefined }],
    ['undefined', Array(2)],
    ['not-a-number', NaN],
    ['not-a-number', Infinity],
    ['not-a-number', { a: [-Infinity] }],
    ['not-json', () => 1],
    ['not-json', Symbol('s')],
    ['not-json', 10n],
    ['not-json', new Map([['a', 1]])],
    ['not-json', new Money()],
    ['not-json', new Date(NaN)],
    ['not-json', Buffer.from('x')],
    ['not-json', /x/],
    ['not-json', new Error('x')],
    ['not-json', Object.create({ inherited: 1 })],
    ['not-json', { toJSON: () => 1 }],
    ['not-json', { toISO: () => '2026-11-23' }],
    ['cyclic', cycle()],
    ['reserved-name', JSON.parse('{"__proto__":{"polluted":true}}')],
    ['reserved-name', { a: [{ constructor: 1 }] }],
    ['reserved-name', { a: { prototype: 1 } }],
  ])('%s: %p', (reason, input) => {
    const error = refusalOf(() => toJsonValue(input, 'note'));
    expect(error).toMatchObject({ code: 'invalid-variables', field: 'variables', reason });
    expect(error.message).toContain('“note”');
    expectSentences(error.message);
    expectSentences(error.howToFix);
  });

  it('with nothing but CallErrors, and nothing is polluted, whatever comes in', () => {
    fc.assert(
      fc.property(hostile, (input) => {
        const value = resultOf(() => toJsonValue(input, 'note'));
        if (!isCallError(value)) {
          const json = JSON.stringify(value);
          expect(JSON.stringify(JSON.parse(json))).toBe(json);
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      }),
    );
  });
});

it('builds objects with properties of their own, even of a name that objects use themselves', () => {
  const built = toJsonObject([['__proto__', 'x']], (_name, value) => value);
  expect(Object.getPrototypeOf(built)).toBe(Object.prototype);
  expect(JSON.stringify(built)).toBe('{"__proto__":"x"}');
});

describe('a plain object', () => {
  it.each([[{}], [Object.create(null)], [vm.runInNewContext('({})')], [JSON.parse('{"a":1}')]])(
    '%p',
    (input) => {
      expect(isPlainObject(input)).toBe(true);
    },
  );

  it.each([null, undefined, 'x', 5, [], new Money(), new Date(), new Map(), () => 1, new String('x')])(
    'not %p',
    (input) => {
      expect(isPlainObject(input)).toBe(false);
    },
  );
});
