import { invalidSetting } from '../setting';
import { isCallError } from '../call-error';
import type { Country } from '../phone/countries';
import { readPhoneNumber } from '../phone/phone-number';
import { phoneRefusals, type PhoneRefusal } from '../phone/refusals';

/** Numbers that must not be called, as E.164. */
export type DoNotCallList = ReadonlySet<string>;

/** Reads a do-not-call list. */
export type ReadDoNotCall = (input: unknown, defaultCountry: Country | null) => DoNotCallList;

/**
 * Reads a list of numbers in any notation: text with one a line (or commas, semicolons), or a list. Blank lines
 * and what follows a `#` are left out. Numbers are compared as E.164, so an entry that cannot be read would
 * silently let somebody be rung: it is an error that names the line, and never the number.
 * @throws CallError `invalid-setting`
 */
export const readDoNotCall: ReadDoNotCall = (input, defaultCountry) => {
  const isText = typeof input === 'string';
  const lines = isText ? input.split(/\r\n|\r|\n/) : itemsOf(input);
  const numbers = new Set<string>();
  lines.forEach((line, index) => {
    const place = `${isText ? 'line' : 'item'} ${index + 1}`;
    for (const entry of entriesOf(line)) {
      for (const number of readEntry(entry, defaultCountry, place)) numbers.add(number);
    }
  });
  return numbers;
};

/** Reads lists and remembers the last one, for a batch whose every item carries the same list. */
export function rememberDoNotCall(): ReadDoNotCall {
  let last: { input: unknown; country: Country | null; list: DoNotCallList } | undefined;
  return (input, country) => {
    if (last === undefined || last.country !== country || !isSame(last.input, input)) {
      const copy: unknown = Array.isArray(input) ? [...(input as unknown[])] : input;
      last = { input: copy, country, list: readDoNotCall(input, country) };
    }
    return last.list;
  };
}

/** Platforms evaluate an expression anew for every item, so equal lists are not the same object. */
function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function itemsOf(input: unknown): readonly unknown[] {
  if (input === undefined || input === null) return [];
  if (Array.isArray(input)) return Array.from(input);
  if (typeof input === 'number') return [input];
  throw invalidSetting(
    'doNotCall',
    'not-a-list',
    'is no list of numbers',
    'Use one number per line, or a list.',
  );
}

/** The entries of a line, or of an item that may hold lines itself. */
function entriesOf(line: unknown): readonly unknown[] {
  if (line === undefined || line === null) return [];
  if (typeof line !== 'string') return [line];
  return line
    .replace(/(?:^|\s)#.*$/gm, '')
    .split(/[,;\r\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** Every number that an entry may mean: whether it lacks a + or is a national one, nobody of them is called. */
function readEntry(entry: unknown, defaultCountry: Country | null, place: string): readonly string[] {
  try {
    const { number, otherwise } = readPhoneNumber(entry, { defaultCountry });
    return otherwise === null ? [number.e164] : [number.e164, otherwise];
  } catch (error) {
    if (!isCallError(error)) throw error;
    const { problem, fix } = wordsOf(error.reason);
    const what = `has an entry (${place}) that ${problem}`;
    throw invalidSetting('doNotCall', 'unreadable-number', what, fix);
  }
}

function wordsOf(reason: string | null): { problem: string; fix: string } {
  const known = Object.keys(phoneRefusals).find((key): key is PhoneRefusal => key === reason);
  return phoneRefusals[known ?? 'characters'];
}
