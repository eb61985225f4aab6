import fc from 'fast-check';
import { fields, quoted, type FieldName } from '../../shared/fields';
import { invalidSetting, isEmpty, parseFlag, parseNumber, readFlag } from '../../shared/setting';
import { hostile, hostileScalar } from './hostile';
import { expectSentences, refusalOf, resultOf } from './refusal';

const bounds = { min: 1, max: 300, fallback: 20 };

describe('what counts as empty', () => {
  it.each([undefined, null, '', ' ', '\t\n', '\u00a0'])('%j', (input) => {
    expect(isEmpty(input)).toBe(true);
  });

  it.each([0, false, NaN, [], {}, '0', 'null', '\u200b'])('not %j', (input) => {
    expect(isEmpty(input)).toBe(false);
  });
});

describe('a switch', () => {
  it.each([true, 'true', 'TRUE', ' yes ', 'Yes', 1, '1', 'on', 'On'])('on: %j', (input) => {
    expect(parseFlag(input, 'dryRun')).toBe(true);
    expect(readFlag(input)).toBe(true);
  });

  it.each([false, 'false', 'No', 0, '0', 'off', ' OFF '])('off: %j', (input) => {
    expect(parseFlag(input, 'dryRun')).toBe(false);
    expect(readFlag(input)).toBe(false);
  });

  it.each([undefined, null, '', '  '])('left empty: %j', (input) => {
    expect(parseFlag(input, 'dryRun')).toBeUndefined();
  });

  it.each(['maybe', 'n/a', 'nope', 'yess', 2, -1, '01', 'ja'])(
    'refuses %j rather than taking it for a yes',
    (input) => {
      expect(refusalOf(() => parseFlag(input, 'dryRun'))).toMatchObject({
        code: 'invalid-setting',
        outcome: 'not-placed',
        field: 'dryRun',
        reason: 'not-a-flag',
      });
      expect(readFlag(input)).toBeNull();
    },
  );

  it('is yes, no, empty or refused, whatever comes in', () => {
    fc.assert(
      fc.property(hostileScalar, (input) => {
        const flag = resultOf(() => parseFlag(input, 'dryRun'));
        if (typeof flag === 'object') expect(flag.reason).toBe('not-a-flag');
        else expect([true, false, undefined]).toContain(flag);
      }),
    );
  });
});

describe('a number within bounds', () => {
  it.each([
    [1, 1],
    [300, 300],
    ['20', 20],
    [' 5 ', 5],
    [2.5, 2.5],
    ['2.5', 2.5],
    [undefined, 20],
    [null, 20],
    ['', 20],
  ])('%j is %d', (input, expected) => {
    expect(parseNumber(input, 'timeout', bounds)).toBe(expected);
  });

  it.each([0, 0.999, 300.001, -5, NaN, Infinity, '12abc', '٥', 'ten', '1,5', true, [5], { a: 1 }, 5n])(
    'refuses %p',
    (input) => {
      const error = refusalOf(() => parseNumber(input, 'timeout', bounds));
      expect(error).toMatchObject({ code: 'invalid-setting', field: 'timeout', reason: 'out-of-range' });
      expect(error.howToFix).toContain('1 to 300');
    },
  );

  it('never leaves its bounds, whatever comes in', () => {
    fc.assert(
      fc.property(hostile, (input) => {
        const number = resultOf(() => parseNumber(input, 'timeout', bounds));
        if (typeof number === 'object') expect(number.reason).toBe('out-of-range');
        else expect(number >= 1 && number <= 300).toBe(true);
      }),
    );
  });
});

describe('the words of fields', () => {
  const names = Object.keys(fields) as FieldName[];

  it.each(names)('%s has a label, and a help text in sentences', (name) => {
    expect(quoted(name)).toMatch(/^“[A-Z][^“”]+”$/);
    expect(fields[name].help).toMatch(/^[A-Z].*\.$/);
  });

  it('no two fields share a label', () => {
    expect(new Set(names.map(quoted)).size).toBe(names.length);
  });

  it.each(names)('an invalid %s is named by its label', (name) => {
    const error = invalidSetting(name, 'some-reason', 'is not right', 'Change it.');
    expect(error).toMatchObject({ code: 'invalid-setting', outcome: 'not-placed', field: name });
    expect(error.message).toBe(`“${fields[name].label}” is not right.`);
    expectSentences(error.message);
  });
});
