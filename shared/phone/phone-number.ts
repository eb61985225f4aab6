import {
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type PhoneNumber as Parsed,
} from 'libphonenumber-js/max';
import { CallError } from '../call-error';
import { quoted } from '../fields';
import type { Country } from './countries';
import { isFictional } from './fictional';
import { normaliseText } from './normalise';
import { refuseNotation } from './notation';
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
const longestCallingCode = 3;

/**
 * Reads a phone number in whatever notation people use.
 * @throws CallError `invalid-phone-number` with one of {@link phoneRefusals} as its reason
 */
export function parsePhoneNumber(input: unknown, options: PhoneNumberOptions = {}): PhoneNumber {
  const text = normaliseText(textOf(input))
    .replace(/^tel:\s*(?:\/\/)?/i, '')
    .replace(/^\(\+(\d+)\)/, '+$1 ');
  const refusal = refuseNotation(text) ?? refuseWithoutCountry(text, options.defaultCountry ?? null);
  if (refusal !== null) throw refused(refusal);

  // No extraction: a number inside other text is a guess.
  const parseOptions = {
    extract: false,
    ...(options.defaultCountry ? { defaultCountry: options.defaultCountry } : {}),
  };
  const parsed = parsePhoneNumberFromString(text, parseOptions);
  if (parsed === undefined) throw refused(whyUnreadable(text, parseOptions));
  if (isShort(parsed)) throw refused('emergency-or-short');
  if (parsed.ext !== undefined) throw refused('extension');
  if (!parsed.isPossible()) throw refused(whyImpossible(parsed.number));
  const valid = parsed.isValid();
  const { nationalNumber, countryCallingCode: callingCode } = parsed;
  const fictional = isFictional({ callingCode, nationalNumber });
  if (options.requireValid === true && fictional) throw refused('fictional');
  if (options.requireValid === true && !valid) throw refused('unassigned');
  return {
    e164: parsed.number,
    nationalNumber,
    callingCode,
    country: parsed.country ?? null,
    type: fictional ? 'fictional' : (parsed.getType()?.toLowerCase().replaceAll('_', '-') ?? null),
    valid,
  };
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
    (parsed.nationalNumber.length < shortestSubscriberNumber && !parsed.isValid())
  );
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
