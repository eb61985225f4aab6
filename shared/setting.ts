import { CallError } from './call-error';
import { quoted, type FieldName } from './fields';

/** The error for a setting that cannot be used. `problem` follows the field's name: “is not …”. */
export function invalidSetting(
  field: FieldName,
  reason: string,
  problem: string,
  howToFix: string,
): CallError {
  return new CallError(`${quoted(field)} ${problem}.`, {
    code: 'invalid-setting',
    outcome: 'not-placed',
    field,
    reason,
    howToFix,
  });
}

/**
 * Refuses settings that are there but got no value: a mistyped expression must not switch off what protects people.
 * @throws CallError `invalid-setting`
 */
export function refuseMissingValues<Name extends FieldName>(
  raw: Readonly<Partial<Record<Name, unknown>>>,
  names: readonly Name[],
): void {
  for (const name of names) {
    if (name in raw && raw[name] === undefined) {
      throw invalidSetting(
        name,
        'no-value',
        'has no value',
        'Map a field that exists, or remove the setting.',
      );
    }
  }
}

/** Whether a person or a platform left the field empty. */
export function isEmpty(input: unknown): input is undefined | null | '' {
  return input === undefined || input === null || (typeof input === 'string' && input.trim() === '');
}

const flags = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['on', true],
  ['false', false],
  ['no', false],
  ['0', false],
  ['off', false],
]);

/** A yes or no as people and platforms write it, or `null` for any other word. */
export function readFlag(input: unknown): boolean | null {
  const isScalar = typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean';
  return isScalar ? (flags.get(String(input).trim().toLowerCase()) ?? null) : null;
}

/**
 * Reads a switch; `undefined` when the field is empty.
 * @throws CallError `invalid-setting` rather than taking an unknown word for a yes
 */
export function parseFlag(input: unknown, field: FieldName): boolean | undefined {
  if (isEmpty(input)) return undefined;
  const flag = readFlag(input);
  if (flag === null) throw invalidSetting(field, 'not-a-flag', 'is neither yes nor no', 'Use true or false.');
  return flag;
}

/**
 * Reads a number within bounds, also from text; `fallback` when the field is empty.
 * @throws CallError `invalid-setting`
 */
export function parseNumber(
  input: unknown,
  field: FieldName,
  bounds: { min: number; max: number; fallback: number },
): number {
  if (isEmpty(input)) return bounds.fallback;
  const isNumber =
    typeof input === 'number' || (typeof input === 'string' && /^\s*\d+(?:\.\d+)?\s*$/.test(input));
  const number = isNumber ? Number(input) : NaN;
  if (number >= bounds.min && number <= bounds.max) return number;
  const range = `${bounds.min} to ${bounds.max}`;
  throw invalidSetting(field, 'out-of-range', `is not a number from ${range}`, `Use a number from ${range}.`);
}
