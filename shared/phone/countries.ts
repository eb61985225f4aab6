import { getCountries, isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import type { FieldName } from '../fields';
import { invalidSetting, isEmpty } from '../setting';

/** ISO 3166 alpha-2, as far as the country has phone numbers of its own. */
export type Country = CountryCode;

const names = new Intl.DisplayNames('en', { type: 'region' });

/** The English name with its code: “Denmark (DK)”. */
export function countryLabel(country: Country): string {
  return `${names.of(country) ?? country} (${country})`;
}

/** Every country that can be called, by name in alphabetical order. */
export const countries: ReadonlyArray<{ readonly code: Country; readonly label: string }> = getCountries()
  .map((code) => ({ code, label: countryLabel(code) }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));

/**
 * Reads a country code in any case; `null` when the field is empty.
 * @throws CallError `invalid-setting`
 */
export function parseCountry(input: unknown, field: FieldName): Country | null {
  if (isEmpty(input)) return null;
  const code = typeof input === 'string' ? input.trim().toUpperCase() : '';
  if (isSupportedCountry(code)) return code;
  throw invalidSetting(
    field,
    'unknown-country',
    'is not a country code',
    'Choose a country from the list, or use its two letters, such as DK.',
  );
}
