import { isSupportedCountry } from 'libphonenumber-js/max';
import type { Country } from '../phone/countries';
import { invalidSetting, isEmpty, readFlag, refuseMissingValues } from '../setting';
import type { CallingHours } from './calling-hours';
import { isConsent } from './consent';
import { readDoNotCall, type DoNotCallList } from './do-not-call';
import { findZone, type Zone } from './local-time';
import { listEntries } from './list-entries';
import { readCallingHours } from './read-calling-hours';

/** Who may be called and when, as people and platforms describe it; nothing in it is trusted. */
export interface RawPolicy {
  /** ISO 3166 alpha-2; a list, or text with commas. */
  allowedCountries?: unknown;
  blockCostlyNumbers?: unknown;
  /** `HH:MM`, 24 hours. */
  callingHoursStart?: unknown;
  callingHoursEnd?: unknown;
  /** `mon` to `sun`; a list, or text with commas. */
  callingDays?: unknown;
  /** IANA name. */
  timeZone?: unknown;
  /** Used as soon as the property is there, whatever its value: an empty cell is no consent. */
  consent?: unknown;
  /** Text with one number a line, or a list. */
  doNotCall?: unknown;
  /** `skip` or `fail`. */
  whenNotAllowed?: unknown;
}

/** Who may be called and when. */
export interface CallingPolicy {
  readonly doNotCall: DoNotCallList;
  /** `null`: consent is not asked for. */
  readonly consent: boolean | null;
  /** `null`: all. */
  readonly allowedCountries: ReadonlySet<Country> | null;
  readonly blockCostlyNumbers: boolean;
  /** `null`: always. */
  readonly callingHours: CallingHours | null;
  /** Where the person lives, if that was said; otherwise the number tells. */
  readonly timeZone: Zone | null;
  readonly whenNotAllowed: 'skip' | 'fail';
}

/**
 * Reads the policy of a call. In a batch, hand in one `rememberDoNotCall()`, so that a long list is read once.
 * @param defaultCountry of numbers in the do-not-call list
 * @throws CallError `invalid-setting`
 */
export function parsePolicy(
  raw: RawPolicy,
  defaultCountry: Country | null,
  readList = readDoNotCall,
): CallingPolicy {
  refuseMissingValues(raw, rules);
  return {
    doNotCall: readList(raw.doNotCall, defaultCountry),
    consent: 'consent' in raw ? isConsent(raw.consent) : null,
    allowedCountries: readCountries(raw.allowedCountries),
    blockCostlyNumbers: readBlockCostly(raw.blockCostlyNumbers),
    callingHours: readCallingHours(raw.callingHoursStart, raw.callingHoursEnd, raw.callingDays),
    timeZone: readTimeZone(raw.timeZone),
    whenNotAllowed: readWhenNotAllowed(raw.whenNotAllowed),
  };
}

const rules = [
  'doNotCall',
  'allowedCountries',
  'blockCostlyNumbers',
  'callingHoursStart',
  'callingHoursEnd',
  'callingDays',
  'timeZone',
  'whenNotAllowed',
] as const;

function readCountries(input: unknown): ReadonlySet<Country> | null {
  const codes = (listEntries(input) ?? ['']).map((entry) => {
    const code = entry.toUpperCase();
    if (isSupportedCountry(code)) return code;
    throw invalidSetting(
      'allowedCountries',
      'unknown-country',
      'has an entry that is not a country code',
      'Choose countries from the list, or use their two letters, such as DK or GB.',
    );
  });
  return codes.length === 0 ? null : new Set(codes);
}

function readBlockCostly(input: unknown): boolean {
  const flag = isEmpty(input) ? true : readFlag(input);
  if (flag !== null) return flag;
  throw invalidSetting('blockCostlyNumbers', 'not-a-flag', 'is neither yes nor no', 'Use true or false.');
}

/** Area and city, or UTC. “EST” or “CET” would be taken for a clock without summer time. */
const zoneName = /^(?:UTC|[a-z_]+(?:\/[a-z_+\-\d]+)+)$/i;

function readTimeZone(input: unknown): Zone | null {
  if (isEmpty(input)) return null;
  const name = typeof input === 'string' ? input.trim() : '';
  const zone = zoneName.test(name) ? findZone(name) : null;
  if (zone !== null) return zone;
  throw invalidSetting(
    'timeZone',
    'unknown-time-zone',
    'is not the name of a time zone',
    'Use area and city, such as Europe/Copenhagen or America/New_York.',
  );
}

function readWhenNotAllowed(input: unknown): 'skip' | 'fail' {
  const text = isEmpty(input) ? 'skip' : input;
  const word = typeof text === 'string' ? text.trim().toLowerCase() : null;
  if (word === 'skip' || word === 'fail') return word;
  throw invalidSetting('whenNotAllowed', 'unknown-choice', 'is neither skip nor fail', 'Use skip or fail.');
}
