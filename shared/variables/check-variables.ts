import { CallError } from '../call-error';
import { isEmpty } from '../setting';
import { isPlainObject, toJsonObject, toJsonValue, type JsonObject, type JsonValue } from './json-value';
import { invalidVariables, showName } from './variable-error';
import { checkVariableName } from './variable-name';

/** A row of names and values, as both products' editors produce them. */
export interface VariableRow {
  name: unknown;
  value: unknown;
}

/** Ours, not Voiceflow's, which publishes none: far beyond what an agent can use, far below what hurts. */
export const variableLimits = { count: 500, jsonBytes: 256 * 1024 } as const;

/**
 * Reads variables: an object, JSON text of one, or nothing.
 * @returns a copy that JSON can carry
 * @throws CallError `invalid-variables`
 */
export function parseVariables(input: unknown): JsonObject {
  try {
    return readVariables(input);
  } catch (error) {
    if (error instanceof CallError) throw error;
    // An object with a trap in it: a getter that throws, a revoked proxy.
    throw invalidVariables(
      'not-json',
      'The variables cannot be read',
      'Map plain text, numbers, lists or objects.',
    );
  }
}

function readVariables(input: unknown): JsonObject {
  const parsed = typeof input === 'string' ? parseJson(input) : input;
  if (isEmpty(parsed)) return {};
  if (!isPlainObject(parsed)) {
    throw invalidVariables(
      'not-an-object',
      'The variables are not an object of names and values',
      'Write them like this: {"first_name": "Ada", "visits": 3}.',
    );
  }
  return checkVariables(Object.entries(parsed));
}

/**
 * Reads variables from rows. A row without a name and without a value is a row nobody filled in.
 * @throws CallError `invalid-variables`
 */
export function parseVariableRows(rows: readonly VariableRow[]): JsonObject {
  const filled = rows.filter((row) => !(isEmpty(row.name) && isEmpty(row.value)));
  return checkVariables(
    filled.map((row) => [typeof row.name === 'string' ? row.name.trim() : '', row.value]),
  );
}

/**
 * Joins the variables of two inputs.
 * @throws CallError `invalid-variables` if both set the same name: which one counts would be a guess
 */
export function joinVariables(first: JsonObject, second: JsonObject): JsonObject {
  return checkVariables([...Object.entries(first), ...Object.entries(second)]);
}

function checkVariables(entries: ReadonlyArray<[name: string, value: unknown]>): JsonObject {
  if (entries.length > variableLimits.count) {
    throw invalidVariables(
      'too-many',
      `There are ${entries.length} variables, more than ${variableLimits.count}`,
      'Send only those that the agent uses.',
    );
  }
  const seen = new Set<string>();
  for (const [name] of entries) {
    checkVariableName(name);
    if (seen.has(name)) {
      throw invalidVariables('duplicate-name', `The variable ${showName(name)} is set twice`, 'Set it once.');
    }
    seen.add(name);
  }
  const variables = toJsonObject(entries, (name, value) => refuseInexact(toJsonValue(value, name), name));
  if (new TextEncoder().encode(JSON.stringify(variables)).length > variableLimits.jsonBytes) {
    throw invalidVariables(
      'too-large',
      `The variables are larger than ${variableLimits.jsonBytes / 1024} kB together`,
      'Shorten the longest texts, or send a link to them.',
    );
  }
  return variables;
}

/** Whole numbers beyond 2^53 have lost their last digits already: an order number would be another one. */
function refuseInexact(value: JsonValue, name: string): JsonValue {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw invalidVariables(
      'too-many-digits',
      `The variable ${showName(name)} holds a number with more digits than JSON can carry`,
      'Put it in quotation marks, so that it is text.',
    );
  }
  if (typeof value === 'object' && value !== null) {
    for (const entry of Object.values(value)) refuseInexact(entry, name);
  }
  return value;
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw invalidVariables(
      'not-json',
      'The variables are not valid JSON',
      'Check quotation marks, commas and brackets, as in {"first_name": "Ada"}.',
    );
  }
}
