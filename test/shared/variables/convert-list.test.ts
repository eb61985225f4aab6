import type { AgentVariable } from '../../../shared/variables/agent-variable';
import { convertVariable } from '../../../shared/variables/convert';
import { refusalOf } from '../refusal';

function listOf(datatype: string): AgentVariable {
  return { name: 'orders', description: null, datatype, isArray: true };
}

describe('a list', () => {
  it.each([
    ['text', ['a', 1, true], ['a', '1', 'true']],
    ['text', '["a", "b"]', ['a', 'b']],
    ['text', '[]', []],
    ['text', [], []],
    ['number', ['1', 2, '3.5'], [1, 2, 3.5]],
    ['number', '["1", 2]', [1, 2]],
    ['boolean', ['yes', 0], [true, false]],
    ['any', [{ a: 1 }, [2]], [{ a: 1 }, [2]]],
  ])('of %s: %j', (datatype, input, expected) => {
    expect(convertVariable(listOf(datatype), input)).toEqual(expected);
  });

  it.each([
    ['text', 'a, b', 'not-a-list'],
    ['text', '{"a":1}', 'not-a-list'],
    ['text', '"a"', 'not-a-list'],
    ['text', { a: 1 }, 'not-a-list'],
    ['text', 5, 'not-a-list'],
    ['text', [['a']], 'not-text'],
    ['number', ['1', 'n/a'], 'not-a-number'],
    ['number', [''], 'not-a-number'],
    ['boolean', ['maybe'], 'not-a-boolean'],
    ['any', [undefined], 'undefined'],
  ])('of %s: refuses %j', (datatype, input, reason) => {
    expect(refusalOf(() => convertVariable(listOf(datatype), input)).reason).toBe(reason);
  });
});
