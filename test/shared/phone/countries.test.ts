import fc from 'fast-check';
import { isCallError } from '../../../shared/call-error';
import { countries, countryLabel, parseCountry } from '../../../shared/phone/countries';
import { hostile } from '../hostile';
import { refusalOf, resultOf } from '../refusal';

const codes = countries.map(({ code }) => code);

describe('the countries to choose from', () => {
  it('show a name with its code, once each, in alphabetical order', () => {
    const labels = countries.map(({ label }) => label);
    expect(new Set(codes).size).toBe(countries.length);
    expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, 'en')));
    for (const { code, label } of countries) {
      expect(label).toMatch(new RegExp(`^.{3,} \\(${code}\\)$`));
      expect(label).not.toMatch(new RegExp(`^${code} `));
    }
  });

  it('Denmark', () => {
    expect(countryLabel('DK')).toBe('Denmark (DK)');
    expect(countries).toContainEqual({ code: 'DK', label: 'Denmark (DK)' });
  });

  it('every one of them can be read again, in any case and with blanks around', () => {
    for (const code of codes) {
      expect(parseCountry(code, 'defaultCountry')).toBe(code);
      expect(parseCountry(` ${code.toLowerCase()} `, 'defaultCountry')).toBe(code);
    }
  });
});

describe('a country', () => {
  it.each([undefined, null, '', ' '])('left empty: %j', (input) => {
    expect(parseCountry(input, 'defaultCountry')).toBeNull();
  });

  it.each(['XX', 'Denmark', 'DNK', '+45', 45, 'D', ['DK'], { code: 'DK' }, '__proto__', 'constructor'])(
    'refuses %j',
    (input) => {
      expect(refusalOf(() => parseCountry(input, 'defaultCountry'))).toMatchObject({
        code: 'invalid-setting',
        outcome: 'not-placed',
        field: 'defaultCountry',
        reason: 'unknown-country',
      });
    },
  );

  it('is one of the list, empty or refused, whatever comes in', () => {
    fc.assert(
      fc.property(hostile, (input) => {
        const country = resultOf(() => parseCountry(input, 'defaultCountry'));
        if (isCallError(country)) expect(country.reason).toBe('unknown-country');
        else expect([null, ...codes]).toContain(country);
      }),
    );
  });
});
