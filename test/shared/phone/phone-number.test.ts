import fc from 'fast-check';
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';
import { isCallError } from '../../../shared/call-error';
import { parsePhoneNumber } from '../../../shared/phone/phone-number';
import { hostile } from '../hostile';
import { refusalOf, resultOf } from '../refusal';

const country = fc.constantFrom(...getCountries());
const maybeCountry = fc.option(country, { nil: null });
const marks = fc.constantFrom('', '', '', '', ' ', '-', '.', ') ', ' (', '/', '0', '٣', ',', 'x', '+');
const messyNumber = fc
  .tuple(
    fc.constantFrom('+', '+', '00', '', '(+', '++', '+0'),
    fc.option(country.map(getCountryCallingCode), { nil: '' }),
    fc.array(fc.tuple(marks, fc.nat({ max: 99 })), { maxLength: 7 }),
  )
  .map(([sign, code, groups]) => sign + code + groups.map(([mark, digits]) => mark + digits).join(''))
  .filter((text) => text.replace(/\P{Nd}/gu, '').length <= 12);

describe('an accepted number', () => {
  it('is E.164, of its parts, and parses to itself again', () => {
    let accepted = 0;
    fc.assert(
      fc.property(messyNumber, maybeCountry, (text, defaultCountry) => {
        const number = resultOf(() => parsePhoneNumber(text, { defaultCountry }));
        if (isCallError(number)) return;
        accepted += 1;
        expect(number.e164).toMatch(/^\+[1-9]\d{1,14}$/);
        expect(`+${number.callingCode}${number.nationalNumber}`).toBe(number.e164);
        if (number.valid) expect(parsePhoneNumber(number.e164)).toEqual(number);
      }),
      { numRuns: 5000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('is the same for a number from a sheet as for its digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), country, (input, defaultCountry) => {
        const fromNumber = resultOf(() => parsePhoneNumber(input, { defaultCountry }));
        expect(fromNumber).toEqual(resultOf(() => parsePhoneNumber(String(input), { defaultCountry })));
      }),
    );
  });

  it('that is possible but unassigned is refused only where validity is asked for', () => {
    const sample = parsePhoneNumber('+15551234567');
    expect(sample).toEqual({
      e164: '+15551234567',
      nationalNumber: '5551234567',
      callingCode: '1',
      country: null,
      type: null,
      valid: false,
    });
    const error = refusalOf(() => parsePhoneNumber('+15551234567', { requireValid: true }));
    expect(error.reason).toBe('unassigned');
    expect(parsePhoneNumber('+15551234567', { requireValid: false })).toEqual(sample);
  });

  it.each([
    ['+12025551234', 'US', 'fixed-line-or-mobile'],
    ['+12125550123', 'US', 'fictional'],
    ['+15551234567', null, null],
    ['+4532123456', 'DK', 'fixed-line-or-mobile'],
    ['+442071838750', 'GB', 'fixed-line'],
    ['+447400123456', 'GB', 'mobile'],
    ['+18002345678', null, 'toll-free'],
    ['+80012345678', null, 'toll-free'],
  ])('%s has country and type', (e164, expectedCountry, type) => {
    const number = parsePhoneNumber(e164);
    if (type !== null) expect(number.type).toBe(type);
    if (expectedCountry !== null) expect(number.country).toBe(expectedCountry);
    expect(number.valid).toBe(type !== null);
  });
});

describe('what is never dialled', () => {
  it('up to four digits, in any country, unless they are a whole number there', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 4 }),
        country,
        (digits, defaultCountry) => {
          const number = resultOf(() => parsePhoneNumber(digits, { defaultCountry }));
          if (!isCallError(number)) expect(number.valid).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  const emergencies = [
    '112',
    '911',
    '999',
    '000',
    '110',
    '111',
    '118',
    '119',
    '190',
    '15',
    '17',
    '18',
    '0112',
  ];

  it.each(emergencies)('the emergency number %s, in any country', (digits) => {
    for (const defaultCountry of getCountries()) {
      expect(isCallError(resultOf(() => parsePhoneNumber(digits, { defaultCountry })))).toBe(true);
    }
    expect(refusalOf(() => parsePhoneNumber(digits)).reason).toBe('emergency-or-short');
  });

  it.each(['+45 112', '+1 911', '+44 999', '+61 000', '+49 110', '+33 15', '+49 116117', '+43 116 123'])(
    'an emergency number behind a calling code: %s',
    (text) => {
      expect(refusalOf(() => parsePhoneNumber(text)).reason).toBe('emergency-or-short');
    },
  );
});

it('refuses with a reason, and with nothing but CallErrors, whatever comes in', () => {
  fc.assert(
    fc.property(hostile, maybeCountry, fc.boolean(), (input, defaultCountry, requireValid) => {
      const number = resultOf(() => parsePhoneNumber(input, { defaultCountry, requireValid }));
      if (!isCallError(number)) expect(number.e164).toMatch(/^\+[1-9]\d{1,14}$/);
      else expect(number).toMatchObject({ code: 'invalid-phone-number', outcome: 'not-placed', field: 'to' });
    }),
    { numRuns: 500 },
  );
});
