import fc from 'fast-check';
import {
  joinVariables,
  parseVariableRows,
  parseVariables,
  variableLimits,
} from '../../../shared/variables/check-variables';
import { refusalOf, resultOf } from '../refusal';

const names = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,20}$/);
const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

function numbered(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index}`, index]));
}

describe('rows of variables', () => {
  it('become variables; names lose blanks around, values nothing', () => {
    const rows = [
      { name: ' user_name ', value: ' Ada ' },
      { name: 'visits', value: 3 },
      { name: 'note', value: '' },
    ];
    expect(parseVariableRows(rows)).toEqual({ user_name: ' Ada ', visits: 3, note: '' });
  });

  it('that nobody filled in are left out', () => {
    const rows = [
      { name: '', value: '' },
      { name: undefined, value: undefined },
      { name: ' ', value: null },
    ];
    expect(parseVariableRows(rows)).toEqual({});
    expect(parseVariableRows([])).toEqual({});
  });

  it.each([
    ['empty-name', [{ name: '', value: 'Ada' }]],
    ['empty-name', [{ name: 5, value: 'Ada' }]],
    ['empty-name', [{ name: ['user_name'], value: 'Ada' }]],
    ['undefined', [{ name: 'user_name', value: undefined }]],
    [
      'duplicate-name',
      [
        { name: 'a', value: 1 },
        { name: 'a ', value: 2 },
      ],
    ],
    ['too-many', Array.from({ length: 501 }, (_, index) => ({ name: `v${index}`, value: '' }))],
  ])('%s is refused', (reason, rows) => {
    expect(refusalOf(() => parseVariableRows(rows)).reason).toBe(reason);
  });

  it('say the same as an object does', () => {
    fc.assert(
      fc.property(fc.dictionary(names, json, { noNullPrototype: true }), (input) => {
        const rows = Object.entries(input).map(([name, value]) => ({ name, value }));
        const fromRows = resultOf(() => parseVariableRows(rows));
        const fromObject = resultOf(() => parseVariables(input));
        expect(JSON.stringify(fromRows)).toBe(JSON.stringify(fromObject));
      }),
    );
  });
});

describe('variables of two inputs', () => {
  it('are joined, the first ones first', () => {
    expect(JSON.stringify(joinVariables({ b: 1 }, { a: 2 }))).toBe('{"b":1,"a":2}');
    expect(joinVariables({}, {})).toEqual({});
  });

  it('may not set the same name, even to the same value', () => {
    const error = refusalOf(() => joinVariables({ a: 1 }, { a: 1 }));
    expect(error.reason).toBe('duplicate-name');
    expect(error.message).toContain('“a”');
  });

  it('count against one limit', () => {
    expect(refusalOf(() => joinVariables(numbered(500), { one_more: 1 })).reason).toBe('too-many');
    const half = variableLimits.jsonBytes / 2;
    expect(refusalOf(() => joinVariables({ a: 'x'.repeat(half) }, { b: 'x'.repeat(half) })).reason).toBe(
      'too-large',
    );
  });
});
