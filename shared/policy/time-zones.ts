import type { PhoneNumber } from '../phone/phone-number';
import { findZone, type Zone } from './local-time';
import table from './time-zone-prefixes.generated.json';

/** Kinds of numbers that ring anywhere: a company’s call centre, a forwarded line. Their prefix tells no place. */
const placeless = new Set([
  'toll-free',
  'premium-rate',
  'shared-cost',
  'uan',
  'personal-number',
  'pager',
  'voicemail',
]);

/** Countries whose mobile numbers belong to an area (libphonenumber: GEO_MOBILE_COUNTRIES; China has one clock). */
const areaOfMobile = new Set(['52', '54', '55', '86']);

const zonesOfPrefix = new Map<string, string>();
for (const [names, prefixes] of Object.entries(table.prefixes)) {
  for (const prefix of prefixes.split(' ')) zonesOfPrefix.set(prefix, names);
}
const zonesOfCountry = new Map<string, string>(Object.entries(table.countries));
const longestPrefix = Math.max(...Array.from(zonesOfPrefix.keys(), (prefix) => prefix.length));

/** By the names of a table entry; found once, then kept. */
const zonesByNames = new Map<string, readonly Zone[]>();

/**
 * Every zone in which the phone of this number may be; none if its number tells no place. A landline (and in
 * North America every number) belongs to an area; a mobile belongs to a country, so all zones of it are possible.
 * Source: libphonenumber’s time zone map, see `time-zone-prefixes.generated.json`.
 */
export function zonesOfNumber(number: PhoneNumber): readonly Zone[] {
  if (number.type !== null && placeless.has(number.type)) return [];
  const names =
    (number.country === null ? undefined : zonesOfCountry.get(number.country)) ??
    zonesOfDigits(number.callingCode + (hasArea(number) ? number.nationalNumber : ''));
  return names === undefined ? [] : resolve(names);
}

/** The entry of the longest prefix of these digits, as the table has it: names joined by `&`. */
export function zonesOfDigits(digits: string): string | undefined {
  for (let length = Math.min(longestPrefix, digits.length); length > 0; length -= 1) {
    const names = zonesOfPrefix.get(digits.slice(0, length));
    if (names !== undefined) return names;
  }
  return undefined;
}

function hasArea({ type, callingCode }: PhoneNumber): boolean {
  return (
    callingCode === '1' ||
    type === 'fixed-line' ||
    type === 'fixed-line-or-mobile' ||
    (type === 'mobile' && areaOfMobile.has(callingCode))
  );
}

/** No zone at all if one is unknown to this system: allowed in the others would be a guess. */
function resolve(names: string): readonly Zone[] {
  const known = zonesByNames.get(names);
  if (known !== undefined) return known;
  const zones = names.split('&').map(findZone);
  const all = zones.every((zone) => zone !== null) ? zones : [];
  zonesByNames.set(names, all);
  return all;
}
