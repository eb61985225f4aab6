import { isCallError } from '../../../shared/call-error';
import { countries } from '../../../shared/phone/countries';
import { parsePhoneNumber, type PhoneNumber } from '../../../shared/phone/phone-number';
import { decide } from '../../../shared/policy/decide';
import { parsePolicy, type RawPolicy } from '../../../shared/policy/policy';
import { zonesOfNumber } from '../../../shared/policy/time-zones';
import data from './example-numbers.json';

interface Example {
  readonly country: string;
  readonly type: string;
  readonly number: string;
}

const examples: readonly Example[] = Object.entries(data.countries).flatMap(([country, list]) =>
  list.split(', ').map((entry) => {
    const [type = '', number = ''] = entry.split(' ');
    return { country, type, number };
  }),
);

/** `null`: not even a number that can be called. */
function read(number: string): PhoneNumber | null {
  try {
    return parsePhoneNumber(number);
  } catch (error) {
    if (isCallError(error)) return null;
    throw error;
  }
}

function verdict({ number }: Example, settings: RawPolicy): string {
  const to = read(number);
  if (to === null) return 'not a number';
  const found = decide(parsePolicy(settings, null), to, Date.parse('2026-11-23T12:00Z'));
  return found.allowed ? 'allowed' : found.skipReason;
}

/** The countries whose examples of a type get this verdict. */
function countriesWith(type: string, wanted: string, settings: RawPolicy = {}): string[] {
  return examples
    .filter((example) => example.type === type && verdict(example, settings) === wanted)
    .map(({ country }) => country);
}

const countOf = (type: string): number => examples.filter((example) => example.type === type).length;

it('has libphonenumber’s examples of all 245 countries', () => {
  expect(Object.keys(data.countries)).toHaveLength(245);
  expect(new Set(Object.keys(data.countries))).toEqual(new Set(countries.map(({ code }) => code)));
  expect(examples.length).toBeGreaterThan(1100);
});

it.each(['FIXED_LINE', 'MOBILE', 'VOIP'])('an ordinary number may be called: %s', (type) => {
  expect(countriesWith(type, 'costly-number')).toEqual([]);
  expect(countriesWith(type, 'allowed').length).toBeGreaterThan(0);
  // Benin went from 8 to 10 digits in 2024, and its example of an internet line has not followed.
  expect(countriesWith(type, 'not a number')).toEqual(type === 'VOIP' ? ['BJ'] : []);
});

it('a toll-free number may be called, unless it is no full number', () => {
  expect(countriesWith('TOLL_FREE', 'costly-number')).toEqual([]);
  expect(countriesWith('TOLL_FREE', 'allowed').length).toBeGreaterThan(countOf('TOLL_FREE') - 5);
});

it.each(['PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER', 'PAGER'])(
  'a costly number may not: %s',
  (type) => {
    expect(countriesWith(type, 'allowed')).toEqual([]);
    expect(countriesWith(type, 'costly-number').length).toBeGreaterThan(countOf(type) - 5);
    expect(countriesWith(type, 'costly-number', { blockCostlyNumbers: false })).toEqual([]);
  },
);

it('a company number may only be called where its price is known to be ordinary', () => {
  expect(countriesWith('UAN', 'allowed')).toEqual(['CH', 'FR', 'SE']);
});

it.each(['FIXED_LINE', 'MOBILE', 'VOIP'])('a place is known for every ordinary number: %s', (type) => {
  const lost = examples.filter(
    (example) => example.type === type && read(example.number) !== null && zonesOf(example).length === 0,
  );
  expect(lost.map(({ country }) => country)).toEqual([]);
});

it.each(['TOLL_FREE', 'UAN', 'SHARED_COST', 'PREMIUM_RATE', 'PAGER', 'PERSONAL_NUMBER', 'VOICEMAIL'])(
  'no place is known for a number that has none: %s',
  (type) => {
    const placed = examples.filter((example) => example.type === type && zonesOf(example).length > 0);
    expect(placed.map(({ country }) => country)).toEqual([]);
  },
);

it('every ordinary number may be called at some hour of the day, or the zones are too far apart', () => {
  const hours = { callingHoursStart: '09:00', callingHoursEnd: '20:00' };
  const never = examples.filter((example) => {
    const to = read(example.number);
    if (!['FIXED_LINE', 'MOBILE'].includes(example.type) || to === null) return false;
    const found = decide(parsePolicy(hours, null), to, Date.parse('2026-11-23T00:00Z'));
    return !found.allowed && found.nextAllowedAt === null;
  });
  expect(never.map(({ country, type }) => `${country} ${type}`)).toEqual([]);
});

it('an allow list of all countries lets every example through, and one of no matching country none', () => {
  const all: RawPolicy = { allowedCountries: countries.map(({ code }) => code), blockCostlyNumbers: false };
  const refused = examples.filter((example) => verdict(example, all) === 'country');
  expect(refused.filter(({ number }) => read(number)?.country !== null)).toEqual([]);
  const onlyTuvalu = examples.filter(
    (example) => example.country !== 'TV' && verdict(example, { allowedCountries: 'TV' }) === 'allowed',
  );
  expect(onlyTuvalu).toEqual([]);
});

it('an international service number may be called only if it is free, and has no place', () => {
  const services = data.services.split(', ');
  const allowed = services.filter((number) => verdict({ number, country: '', type: '' }, {}) === 'allowed');
  expect(services).toHaveLength(9);
  expect(allowed).toEqual(['+80012345678']);
  expect(services.filter((number) => zonesOf({ number }).length > 0)).toEqual([]);
});

function zonesOf({ number }: Pick<Example, 'number'>): readonly unknown[] {
  const to = read(number);
  return to === null ? [] : zonesOfNumber(to);
}
