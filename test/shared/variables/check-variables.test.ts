import fc from 'fast-check';
import { isCallError } from '../../../shared/call-error';
import { parseVariables, variableLimits } from '../../../shared/variables/check-variables';
import { hostile } from '../hostile';
import { expectSentences, refusalOf, resultOf } from '../refusal';

const names = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,20}$/);
const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

function numbered(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index}`, index]));
}

/** Variables whose JSON has exactly `bytes` bytes. */
function ofSize(bytes: number): { note: string } {
  return { note: 'x'.repeat(bytes - '{"note":""}'.length) };
}

describe('variables', () => {
  it.each([undefined, null, '', '  ', 'null', '""', '{}', {}])('none: %j', (input) => {
    expect(parseVariables(input)).toEqual({});
  });

  it('come as an object or as JSON text of one', () => {
    const variables = { user_name: 'Ada', visits: 3, vip: true, gone: null, list: [1, 'a'], deep: { a: {} } };
    expect(parseVariables(variables)).toEqual(variables);
    expect(parseVariables(JSON.stringify(variables))).toEqual(variables);
    expect(parseVariables(` \n${JSON.stringify(variables, null, 2)} `)).toEqual(variables);
  });

  it('keep their types, their order and text as it was typed', () => {
    const input = '{"b":"007","a":"n/a","c":7,"d":"{{x}}","e":""}';
    expect(JSON.stringify(parseVariables(input))).toBe(input);
  });

  it.each(['{"order":12345678901234567890}', { order: [{ id: 2 ** 53 }] }])(
    'whose last digits are lost already are refused: %j',
    (input) => {
      const { reason, message, howToFix } = refusalOf(() => parseVariables(input));
      expect(reason).toBe('too-many-digits');
      expect(message).toContain('“order”');
      expect(howToFix).toContain('quotation marks');
    },
  );

  it('that are accepted survive a round trip through JSON unchanged', () => {
    fc.assert(
      fc.property(fc.dictionary(names, json, { noNullPrototype: true }), (input) => {
        const variables = resultOf(() => parseVariables(input));
        if (isCallError(variables))
          return expect(variables.reason).toMatch(/^(?:(?:reserved|built-in)-name|too-many-digits)$/);
        expect(JSON.parse(JSON.stringify(variables))).toEqual(variables);
        expect(JSON.stringify(variables)).toBe(JSON.stringify(input));
        expect(parseVariables(JSON.stringify(input))).toEqual(variables);
        return undefined;
      }),
    );
  });

  it.each([
    ['not-an-object', []],
    ['not-an-object', 5],
    ['not-an-object', true],
    ['not-an-object', '5'],
    ['not-an-object', '"text"'],
    ['not-an-object', '[{"a":1}]'],
    ['not-an-object', new Date(0)],
    ['not-an-object', new Map()],
    ['not-an-object', () => ({})],
    ['not-json', '{a: 1}'],
    ['not-json', "{'a': 1}"],
    ['not-json', '{"a": 1,}'],
    ['not-json', 'first_name=Ada'],
    ['not-json', '{"a": NaN}'],
    ['empty-name', { '': 1 }],
    ['invalid-name', { 'first name': 1 }],
    ['built-in-name', { user_id: 1 }],
    ['reserved-name', '{"__proto__": {"polluted": true}}'],
    ['undefined', { a: undefined }],
    ['too-deep', `{"a":${'['.repeat(1000)}${']'.repeat(1000)}}`],
    ['too-many', numbered(variableLimits.count + 1)],
    ['too-many', numbered(10_000)],
    ['too-large', ofSize(variableLimits.jsonBytes + 1)],
    ['too-large', { note: 'x'.repeat(1_000_000) }],
    ['too-large', { note: 'é'.repeat(variableLimits.jsonBytes / 2) }],
  ])('%s is refused', (reason, input) => {
    const error = refusalOf(() => parseVariables(input));
    expect(error).toMatchObject({
      code: 'invalid-variables',
      outcome: 'not-placed',
      field: 'variables',
      reason,
    });
    expectSentences(error.message);
    expect(error.howToFix).toMatch(/^[A-Z].*\.$/);
  });

  it('are accepted up to their limits', () => {
    expect(Object.keys(parseVariables(numbered(variableLimits.count)))).toHaveLength(variableLimits.count);
    expect(parseVariables(ofSize(variableLimits.jsonBytes))).toEqual(ofSize(variableLimits.jsonBytes));
  });

  it('give an object or a CallError, and pollute nothing, whatever comes in', () => {
    fc.assert(
      fc.property(hostile, names, (input, name) => {
        for (const variables of [input, { [name]: input }]) {
          const parsed = resultOf(() => parseVariables(variables));
          if (isCallError(parsed)) expect(parsed.code).toBe('invalid-variables');
          else expect(JSON.parse(JSON.stringify(parsed))).toEqual(expect.any(Object));
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      }),
    );
  });
});
