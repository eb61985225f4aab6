import { parsePhoneNumber } from '../../../shared/phone/phone-number';
import { mobileExamples, type Example } from './numbers';

function e164OfEach(write: (example: Example) => string, withCountry: boolean): string[] {
  return mobileExamples.map((example) => {
    const options = withCountry ? { defaultCountry: example.country } : {};
    return parsePhoneNumber(write(example), options).e164;
  });
}

const expected = mobileExamples.map(({ e164 }) => e164);

it('there is an example for at least 240 countries', () => {
  expect(mobileExamples.length).toBeGreaterThan(240);
});

describe('the mobile numbers of all countries', () => {
  it('in E.164', () => {
    expect(e164OfEach(({ e164 }) => e164, false)).toEqual(expected);
  });

  it('in international notation', () => {
    expect(e164OfEach(({ parsed }) => parsed.formatInternational(), false)).toEqual(expected);
  });

  it('as a tel: link (RFC 3966)', () => {
    expect(e164OfEach(({ parsed }) => parsed.getURI(), false)).toEqual(expected);
  });

  it('in national notation, with their country', () => {
    expect(e164OfEach(({ parsed }) => parsed.formatNational(), true)).toEqual(expected);
  });

  it('as bare national digits, with their country', () => {
    expect(e164OfEach(({ parsed }) => parsed.nationalNumber, true)).toEqual(expected);
  });

  it('in national notation without a country: refused, each of them', () => {
    const reasons = mobileExamples.map(({ parsed }) => {
      try {
        return parsePhoneNumber(parsed.formatNational()).e164;
      } catch (error) {
        return (error as { reason?: unknown }).reason;
      }
    });
    expect(new Set(reasons)).toEqual(new Set(['no-country', 'emergency-or-short']));
  });

  it('tells parts and type, and that they are assigned', () => {
    for (const { e164, parsed } of mobileExamples) {
      const number = parsePhoneNumber(e164);
      expect(`+${number.callingCode}${number.nationalNumber}`).toBe(e164);
      expect(number).toMatchObject({ valid: true, nationalNumber: parsed.nationalNumber });
      // North America has no mobile numbers of its own; its examples are of the range for films.
      expect(number.type).toMatch(/^(?:mobile|fixed-line-or-mobile|fictional)$/);
    }
  });

  it('tells the country, but for territories that share their numbers with another one', () => {
    const others = mobileExamples.filter(({ country, e164 }) => parsePhoneNumber(e164).country !== country);
    const shared = ['AX', 'BL', 'CC', 'CX', 'EH', 'IM', 'MF', 'SJ', 'VA'];
    expect(shared).toEqual(expect.arrayContaining(others.map(({ country }) => country)));
  });
});
