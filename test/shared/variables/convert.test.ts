import fc from 'fast-check';
import { isCallError } from '../../../shared/call-error';
import type { AgentVariable } from '../../../shared/variables/agent-variable';
import { convertVariable } from '../../../shared/variables/convert';
import { hostileScalar } from '../hostile';
import { expectSentences, refusalOf, resultOf } from '../refusal';

function declared(datatype: string, isArray = false): AgentVariable {
  return { name: 'age', description: null, datatype, isArray };
}

const datatypes = ['text', 'number', 'boolean', 'any', 'date', ''];

describe('an empty field', () => {
  it.each(datatypes)('is empty text, never 0 or false: %s', (datatype) => {
    for (const input of ['', ' ', '\n', null, undefined]) {
      expect(convertVariable(declared(datatype), input)).toBe('');
      expect(convertVariable(declared(datatype, true), input)).toBe('');
    }
  });
});

describe('a number', () => {
  it.each([
    ['7', 7],
    ['007', 7],
    [' 12.5 ', 12.5],
    ['-3', -3],
    ['+3', 3],
    ['.5', 0.5],
    ['1e3', 1000],
    ['2.5E-1', 0.25],
    ['0', 0],
    [7, 7],
    [-12.5, -12.5],
    ['9007199254740991', 9007199254740991],
  ])('%j is %d', (input, expected) => {
    expect(convertVariable(declared('number'), input)).toBe(expected);
  });

  it.each([
    'n/a',
    '1,5',
    '1.000,5',
    '12.',
    '1 000',
    '0x10',
    '0b1',
    'Infinity',
    'NaN',
    '٥',
    '12abc',
    '1e400',
    '9007199254740993',
    '12345678901234567890',
    '$5',
    '-',
    NaN,
    Infinity,
    2 ** 53,
    true,
    [],
    [5],
    {},
    5n,
    new Date(0),
    () => 5,
  ])('refuses %p', (input) => {
    const error = refusalOf(() => convertVariable(declared('number'), input));
    expect(error).toMatchObject({ code: 'invalid-variables', field: 'variables', reason: 'not-a-number' });
    expectSentences(error.message);
    expectSentences(error.howToFix);
  });

  it('written as text comes back as the same number', () => {
    const safe = fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, min: -1e15, max: 1e15 }));
    fc.assert(
      fc.property(safe, (number) => {
        expect(convertVariable(declared('number'), String(number))).toBe(Number(String(number)));
      }),
    );
  });
});

describe('a boolean', () => {
  it.each([true, 'true', 'Yes', '1', 1, ' on '])('true: %j', (input) => {
    expect(convertVariable(declared('boolean'), input)).toBe(true);
  });

  it.each([false, 'FALSE', 'no', '0', 0, 'off'])('false: %j', (input) => {
    expect(convertVariable(declared('boolean'), input)).toBe(false);
  });

  it.each(['maybe', 'n/a', 2, {}, 'ja', 'null'])('refuses %j', (input) => {
    expect(refusalOf(() => convertVariable(declared('boolean'), input)).reason).toBe('not-a-boolean');
  });
});

describe('text', () => {
  it.each([
    ['007', '007'],
    [' Ada ', ' Ada '],
    ['n/a', 'n/a'],
    ['true', 'true'],
    ['[1]', '[1]'],
    [7, '7'],
    [1.5, '1.5'],
    [true, 'true'],
    [false, 'false'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
  ])('%p is %j', (input, expected) => {
    expect(convertVariable(declared('text'), input)).toBe(expected);
  });

  it.each([[[]], [['a']], [{}], [{ a: 1 }]])('refuses %j', (input) => {
    expect(refusalOf(() => convertVariable(declared('text'), input)).reason).toBe('not-text');
  });

  it('arrives as it was typed, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const expected = text.trim() === '' ? '' : text;
        for (const datatype of ['text', 'any', 'date']) {
          expect(convertVariable(declared(datatype), text)).toBe(expected);
        }
      }),
    );
  });
});

describe('any other type', () => {
  it.each(['any', 'date', 'something-new'])('%s is sent as it comes', (datatype) => {
    for (const input of ['007', 7, true, [1, { a: null }], { a: [] }]) {
      expect(convertVariable(declared(datatype), input)).toEqual(input);
    }
  });

  it.each([() => 1, Symbol('s'), 5n, NaN, new Map()])('unless JSON cannot carry it: %p', (input) => {
    expect(refusalOf(() => convertVariable(declared('any'), input)).code).toBe('invalid-variables');
  });
});

it('converts or refuses, whatever comes in', () => {
  fc.assert(
    fc.property(hostileScalar, fc.constantFrom(...datatypes), fc.boolean(), (input, datatype, isArray) => {
      const value = resultOf(() => convertVariable(declared(datatype, isArray), input));
      if (isCallError(value))
        expect(value).toMatchObject({ code: 'invalid-variables', outcome: 'not-placed' });
      else if (value === '') expect(String(input ?? '').trim()).toBe('');
      else if (isArray) expect(Array.isArray(value)).toBe(true);
      else if (datatype === 'number' || datatype === 'boolean') expect(typeof value).toBe(datatype);
    }),
    { numRuns: 500 },
  );
});
