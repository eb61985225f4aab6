import { isObjectInternal } from './variable-name';
import { invalidVariables, showName } from './variable-error';

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

const deepest = 32;
/** Entries of one value; a small value that refers to itself in many places unfolds into a giant one. */
const mostEntries = 100_000;

/**
 * A deep copy that JSON can carry without loss, which no later change and no key can reach behind.
 * @param name the variable it belongs to, for the message
 * @throws CallError `invalid-variables` for a cycle, `undefined`, `NaN`, a function and the like
 */
export function toJsonValue(
  input: unknown,
  name: string,
  path: readonly object[] = [],
  left = { entries: mostEntries },
): JsonValue {
  const variable = `The variable ${showName(name)}`;
  if (input === null || typeof input === 'string' || typeof input === 'boolean') return input;
  if (typeof input === 'number') {
    if (Number.isFinite(input)) return input;
    throw invalidVariables(
      'not-a-number',
      `${variable} is no number (NaN or infinite)`,
      'Check the calculation.',
    );
  }
  if (typeof input !== 'object') {
    throw invalidVariables(
      typeof input === 'undefined' ? 'undefined' : 'not-json',
      `${variable} has no value that can be sent (${typeof input})`,
      'Map text, a number, true or false, a list or an object.',
    );
  }
  left.entries -= 1;
  if (left.entries < 0) {
    throw invalidVariables('too-large', `${variable} is too large`, 'Map the parts that the agent needs.');
  }
  if (path.includes(input)) {
    throw invalidVariables('cyclic', `${variable} contains itself`, 'Map the parts that the agent needs.');
  }
  if (path.length >= deepest) {
    throw invalidVariables(
      'too-deep',
      `${variable} is nested too deeply`,
      'Map the parts that the agent needs.',
    );
  }
  const inside = [...path, input];
  if (Array.isArray(input))
    return Array.from(input, (entry: unknown) => toJsonValue(entry, name, inside, left));
  if (isPlainObject(input)) {
    return toJsonObject(Object.entries(input), (key, value) => {
      if (isObjectInternal(key)) {
        throw invalidVariables(
          'reserved-name',
          `${variable} contains the reserved name ${key}`,
          'Rename it.',
        );
      }
      return toJsonValue(value, name, inside, left);
    });
  }
  return toJsonValue(dateText(input, variable), name, inside);
}

/** A plain object of the entries; a name like `__proto__` becomes a property of its own. */
export function toJsonObject<T>(
  entries: ReadonlyArray<readonly [string, T]>,
  convert: (key: string, value: T) => JsonValue,
): JsonObject {
  return Object.fromEntries(entries.map(([key, value]) => [key, convert(key, value)]));
}

/** The same value with every text in it, names included, changed. */
export function mapStrings(value: JsonValue, change: (text: string) => string): JsonValue {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry: JsonValue) => mapStrings(entry, change));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, entry]): [string, JsonValue] => [change(name), entry]);
  return toJsonObject(entries, (_, entry: JsonValue) => mapStrings(entry, change));
}

export function isPlainObject(input: unknown): input is Record<string, unknown> {
  if (typeof input !== 'object' || input === null) return false;
  const prototype: unknown = Object.getPrototypeOf(input);
  // Not `=== Object.prototype`: n8n evaluates expressions in a realm of its own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Dates, the only other objects people map: n8n's `$now` is a Luxon DateTime. Both know their ISO 8601 text. */
function dateText(input: object, variable: string): string {
  const text: unknown =
    'toISO' in input || input instanceof Date ? JSON.parse(JSON.stringify(input)) : undefined;
  if (typeof text === 'string') return text;
  throw invalidVariables(
    'not-json',
    `${variable} is an object that cannot be sent as it is`,
    'Map text, a number, true or false, a list or a plain object.',
  );
}
