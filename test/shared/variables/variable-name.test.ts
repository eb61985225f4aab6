import fc from 'fast-check';
import { isCallError } from '../../../shared/call-error';
import { showName } from '../../../shared/variables/variable-error';
import {
  builtInVariables,
  checkVariableName,
  isObjectInternal,
} from '../../../shared/variables/variable-name';
import { BUILT_IN_NAMES } from '../../sandbox';
import { expectSentences, refusalOf, resultOf } from '../refusal';

describe('the name of a variable', () => {
  it.each(['a', 'user_name', '_x', 'A1', 'toString', 'valueOf', 'hasOwnProperty', 'x'.repeat(128)])(
    'accepts %s',
    (name) => {
      expect(() => checkVariableName(name)).not.toThrow();
    },
  );

  it.each([
    ['empty-name', ''],
    ['empty-name', ' \n'],
    ['invalid-name', 'first name'],
    ['invalid-name', ' name'],
    ['invalid-name', 'first-name'],
    ['invalid-name', 'first.name'],
    ['invalid-name', '1st'],
    ['invalid-name', 'prénom'],
    ['invalid-name', 'name\n'],
    ['invalid-name', '{name}'],
    ['invalid-name', 'ｎame'],
    ['invalid-name', 'x'.repeat(129)],
    ['reserved-name', '__proto__'],
    ['reserved-name', 'constructor'],
    ['reserved-name', 'prototype'],
  ])('%s: %j', (reason, name) => {
    const error = refusalOf(() => checkVariableName(name));
    expect(error).toMatchObject({ code: 'invalid-variables', outcome: 'not-placed', reason });
    expectSentences(error.message);
    expectSentences(error.howToFix);
  });

  it('accepts exactly letters, digits and _, no digit first, for any text', () => {
    const nearName = fc.string({ unit: fc.constantFrom(...'ab_Z09 -.é\n$') });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearName), (name) => {
        const refusal = resultOf(() => checkVariableName(name));
        const accepted = !isCallError(refusal) || refusal.reason === 'reserved-name';
        // Written out by hand, so that a slip in the pattern under test is not repeated here.
        const wanted = [...name].every((letter, index) => {
          const isLetter =
            (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter === '_';
          return isLetter || (index > 0 && letter >= '0' && letter <= '9');
        });
        expect(accepted).toBe(wanted && name.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('built-in variables', () => {
  it('are those that the sandbox keeps for itself', () => {
    expect([...builtInVariables].sort()).toEqual([...BUILT_IN_NAMES].sort());
  });

  it.each(BUILT_IN_NAMES)('%s is refused', (name) => {
    expect(refusalOf(() => checkVariableName(name)).reason).toBe('built-in-name');
  });

  it('do not forbid names that only look like them', () => {
    for (const name of BUILT_IN_NAMES) expect(() => checkVariableName(`${name}_2`)).not.toThrow();
  });
});

it('knows the names that change what an object is', () => {
  expect(['__proto__', 'constructor', 'prototype'].every(isObjectInternal)).toBe(true);
  expect(['proto', 'toString', '__proto', ''].some(isObjectInternal)).toBe(false);
});

describe('a name in a message', () => {
  it('is on one line and has at most 60 characters and an ellipsis', () => {
    expect(showName('a\n\tb')).toBe('“a b”');
    expect(showName('x'.repeat(60))).toBe(`“${'x'.repeat(60)}”`);
    expect(showName('x'.repeat(61))).toBe(`“${'x'.repeat(60)}…”`);
  });

  it('whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        expect(showName(name)).toMatch(/^“[^\n\r\u2028\u2029]{0,61}”$/);
      }),
    );
  });
});
