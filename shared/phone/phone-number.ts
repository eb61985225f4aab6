import {
  getCountryCallingCode,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type PhoneNumber as Parsed,
} from 'libphonenumber-js/max';
import { CallError } from '../call-error';
import { quoted } from '../fields';
import type { Country } from './countries';
import { isFictional } from './fictional';
import { normaliseText } from './normalise';
import { refuseNotation, refuseRawText } from './notation';
import { phoneRefusals, type PhoneRefusal } from './refusals';

/** A number that can be called. */
export interface PhoneNumber {
  /** `+` and at most 15 digits (ITU-T E.164). */
  readonly e164: string;
  /** The part after the country calling code. */
  readonly nationalNumber: string;
  readonly callingCode: string;
  /** ISO 3166 alpha-2, or `null` where countries share the calling code and the digits do not tell. */
  readonly country: Country | null;
  /** `mobile`, `fixed-line`, `toll-free`, `premium-rate`, ..., or `fictional`; `null` if unassigned. */
  readonly type: string | null;
  /** Whether the digits belong to a range that has been assigned; otherwise only their count is right. */
  readonly valid: boolean;
}

export interface PhoneNumberOptions {
  /** The country of numbers without a `+`; without it they are refused. */
  defaultCountry?: Country | null;
  requireValid?: boolean;
}

/** Harmonised European numbers of social value (116 000, 116 117): short, but of a plausible length in Germany. */
const europeanShortNumber = /^116\d{3}$/;
const shortestSubscriberNumber = 5;
/** Numbers of up to this many digits that were never assigned are service numbers (118 877, 192 22). */
const longestServiceNumber = 6;
/** `+` and 15 digits (ITU-T E.164). */
const longestE164 = 16;
const longestCallingCode = 3;

/** A number, and the one that the same digits would be if somebody left out the `+`. */
export interface PhoneReading {
  readonly number: PhoneNumber;
  /** E.164; `null` if there is none, or if it is the same number. */
  readonly otherwise: string | null;
}

/**
 * Reads a phone number in whatever notation people use.
 * @throws CallError `invalid-phone-number` with one of {@link phoneRefusals} as its reason
 */
export function parsePhoneNumber(input: unknown, options: PhoneNumberOptions = {}): PhoneNumber {
  const { number, otherwise } = readPhoneNumber(input, options);
  const { defaultCountry } = options;
  // 49 171… in Germany is a mobile number without its +, and 0491 71… without its 0.
  if (defaultCountry && otherwise?.startsWith(`+${getCountryCallingCode(defaultCountry)}`) === true) {
    throw refused('ambiguous');
  }
  return number;
}

/**
 * Reads a phone number and what else its digits could mean, for those who must not miss any meaning.
 * @throws CallError as `parsePhoneNumber` does, but for digits that only lack a `+`
 */
export function readPhoneNumber(input: unknown, options: PhoneNumberOptions): PhoneReading {
  const raw = textOf(input);
  const rawRefusal = refuseRawText(raw);
  if (rawRefusal !== null) throw refused(rawRefusal);
  const text = normaliseText(raw)
    .replace(/^tel:\s*(?:\/\/)?/i, '')
    .replace(/^\(\+(\d+)\)/, '+$1 ');
  const refusal = refuseNotation(text) ?? refuseWithoutCountry(text, options.defaultCountry ?? null);
  if (refusal !== null) throw refused(refusal);

  // No extraction: a number inside other text is a guess.
  const parseOptions = {
    extract: false,
    ...(options.defaultCountry ? { defaultCountry: options.defaultCountry } : {}),
  };
  const read = parsePhoneNumberFromString(text, parseOptions);
  if (read === undefined) throw refused(whyUnreadable(text, parseOptions));
  if (isShort(read)) throw refused('emergency-or-short');
  if (!read.isPossible()) throw refused(whyImpossible(read.number));
  // Read again as what will be dialled: national notation may turn into another number, or lend it a country.
  const parsed = parsePhoneNumberFromString(read.number, { extract: false });
  if (parsed?.number !== read.number || addsDigits(text, read.number)) throw refused('ambiguous');
  if (parsed.number.length > longestE164) throw refused('too-long');
  const valid = parsed.isValid();
  const { nationalNumber, countryCallingCode: callingCode } = parsed;
  const fictional = isFictional({ callingCode, nationalNumber });
  if (options.requireValid === true && fictional) throw refused('fictional');
  if (options.requireValid === true && !valid) throw refused('unassigned');
  const number = {
    e164: parsed.number,
    nationalNumber,
    callingCode,
    country: parsed.country ?? null,
    type: fictional ? 'fictional' : (parsed.getType()?.toLowerCase().replaceAll('_', '-') ?? null),
    valid,
  };
  return { number, otherwise: readWithPlus(text, number.e164) };
}

/** The E.164 of a text without + as if it had one, if that is another number that has been assigned. */
function readWithPlus(text: string, e164: string): string | null {
  const digits = text.replace(/\D/g, '');
  if (/^\(?\+/.test(text) || digits.startsWith('0')) return null;
  const other = parsePhoneNumberFromString(`+${digits}`, { extract: false });
  return other?.isValid() === true && other.number !== e164 ? other.number : null;
}

function textOf(input: unknown): string {
  if (input === undefined || input === null) return '';
  if (typeof input === 'string') return input;
  // Sheets and databases deliver numbers; beyond 2^53 the last digits would be invented.
  if (typeof input === 'number' && Number.isSafeInteger(input) && input > 0) return String(input);
  throw refused('not-text');
}

function refuseWithoutCountry(text: string, defaultCountry: Country | null): PhoneRefusal | null {
  if (/^\(?\+/.test(text) || defaultCountry !== null) return null;
  const digits = text.replace(/\D/g, '');
  if (digits.length < shortestSubscriberNumber) return 'emergency-or-short';
  return digits.startsWith('00') ? 'international-prefix' : 'no-country';
}

function isShort(parsed: Parsed): boolean {
  return (
    europeanShortNumber.test(parsed.nationalNumber) ||
    (parsed.nationalNumber.replace(/^0+/, '').length <= longestServiceNumber && !parsed.isValid())
  );
}

/** Whether a number written with + would get digits that nobody wrote; dropping a trunk zero is fine. */
function addsDigits(text: string, e164: string): boolean {
  if (!text.startsWith('+')) return false;
  const written = text.replace(/\D/g, '');
  let at = 0;
  for (const digit of e164.slice(1)) {
    at = written.indexOf(digit, at) + 1;
    if (at === 0) return true;
  }
  return false;
}

function whyUnreadable(text: string, options: { extract: boolean; defaultCountry?: Country }): PhoneRefusal {
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+') && digits.length <= longestCallingCode) return 'country-code-only';
  switch (validatePhoneNumberLength(text, options)) {
    case 'INVALID_COUNTRY':
      return 'unknown-country-code';
    case 'TOO_LONG':
      return 'too-long';
    default:
      return digits.length < shortestSubscriberNumber ? 'emergency-or-short' : 'too-short';
  }
}

function whyImpossible(e164: string): PhoneRefusal {
  switch (validatePhoneNumberLength(e164)) {
    case 'TOO_LONG':
      return 'too-long';
    case 'TOO_SHORT':
      return 'too-short';
    default:
      return 'wrong-length';
  }
}

function refused(reason: PhoneRefusal): CallError {
  const { problem, fix } = phoneRefusals[reason];
  return new CallError(`${quoted('to')} ${problem}.`, {
    code: 'invalid-phone-number',
    outcome: 'not-placed',
    field: 'to',
    reason,
    howToFix: fix,
  });
}
