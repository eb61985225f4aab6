import { isEmpty, readFlag } from '../setting';
import type { AgentVariable } from './agent-variable';
import { isPlainObject, toJsonValue, type JsonValue } from './json-value';
import { invalidVariables, showName } from './variable-error';

const decimal = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Converts what a person mapped to the type that the agent declares. Empty stays empty text: somebody chose to
 * send nothing, which is not 0. Text stays as it is typed, so `007` keeps its zeros unless a number is declared.
 * @throws CallError `invalid-variables` instead of guessing
 */
export function convertVariable(variable: AgentVariable, input: unknown): JsonValue {
  if (isEmpty(input)) return '';
  if (!variable.isArray) return convertOne(variable, input);
  return listOf(variable, input).map((entry) => convertOne(variable, entry));
}

function convertOne(variable: AgentVariable, input: unknown): JsonValue {
  switch (variable.datatype) {
    case 'number':
      return toNumber(variable, input);
    case 'boolean': {
      const flag = readFlag(input);
      if (flag !== null) return flag;
      throw wrongType(variable, 'not-a-boolean', 'true or false', 'Map true, false, yes, no, 1 or 0.');
    }
    case 'text':
      return toText(variable, input);
    default:
      return toJsonValue(input, variable.name);
  }
}

function toText(variable: AgentVariable, input: unknown): JsonValue {
  if (Array.isArray(input) || isPlainObject(input)) {
    throw wrongType(variable, 'not-text', 'text', 'Map one text, not a list or an object.');
  }
  const value = toJsonValue(input, variable.name);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

function toNumber(variable: AgentVariable, input: unknown): number {
  const text = typeof input === 'number' ? String(input) : typeof input === 'string' ? input.trim() : '';
  const number = decimal.test(text) ? Number(text) : NaN;
  // Beyond 2^53 the last digits would change on the way: an order number would become another one.
  if (Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))) return number;
  throw wrongType(
    variable,
    'not-a-number',
    'a number',
    'Map digits with a point for decimals, such as 12.5.',
  );
}

function listOf(variable: AgentVariable, input: unknown): readonly unknown[] {
  const parsed: unknown = typeof input === 'string' ? parseList(input) : input;
  if (Array.isArray(parsed)) return parsed;
  throw wrongType(variable, 'not-a-list', 'a list', 'Map a list, or JSON such as ["a", "b"].');
}

function parseList(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wrongType(variable: AgentVariable, reason: string, wanted: string, howToFix: string): Error {
  const problem = `The agent’s variable ${showName(variable.name)} takes ${wanted}, and got something else`;
  return invalidVariables(reason, problem, howToFix);
}
