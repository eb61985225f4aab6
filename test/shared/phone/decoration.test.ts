import fc from 'fast-check';
import { normaliseText } from '../../../shared/phone/normalise';
import { parsePhoneNumber } from '../../../shared/phone/phone-number';
import { decoratedNumber, mobileExamples } from './numbers';

describe('decoration never changes what is dialled', () => {
  it('blanks, dashes, invisible characters, digits of other scripts, tel:, apostrophes', () => {
    fc.assert(
      fc.property(decoratedNumber, ({ e164, text }) => {
        expect(parsePhoneNumber(text).e164).toBe(e164);
      }),
      { numRuns: 2000 },
    );
  });

  it('whatever the default country is', () => {
    const countries = fc.constantFrom(...mobileExamples.map(({ country }) => country));
    fc.assert(
      fc.property(decoratedNumber, countries, ({ e164, text }, defaultCountry) => {
        expect(parsePhoneNumber(text, { defaultCountry }).e164).toBe(e164);
      }),
      { numRuns: 1000 },
    );
  });

  it('normalising a decorated number twice is normalising it once', () => {
    fc.assert(
      fc.property(decoratedNumber, ({ text }) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
});
