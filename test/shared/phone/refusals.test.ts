import fc from 'fast-check';
import { getCountries } from 'libphonenumber-js/max';
import { isCallError } from '../../../shared/call-error';
import { parsePhoneNumber, type PhoneNumberOptions } from '../../../shared/phone/phone-number';
import { phoneRefusals } from '../../../shared/phone/refusals';
import { expectSentences, refusalOf, resultOf } from '../refusal';

const denmark: PhoneNumberOptions = { defaultCountry: 'DK' };
const reasons = Object.keys(phoneRefusals) as Array<keyof typeof phoneRefusals>;

/** At least one input for every reason there is. */
const refused: ReadonlyArray<[reason: string, input: unknown, options?: PhoneNumberOptions]> = [
  ['empty', ''],
  ['empty', undefined],
  ['empty', null],
  ['empty', '\u200b \ufeff'],
  ['empty', "'"],
  ['empty', 'tel:'],
  ['not-text', true],
  ['not-text', 4532123456.5],
  ['not-text', -4532123456],
  ['not-text', 0],
  ['not-text', NaN],
  ['not-text', Infinity],
  ['not-text', 2 ** 53],
  ['not-text', ['+4532123456']],
  ['not-text', { number: '+4532123456' }],
  ['letters', 'call me'],
  ['letters', '+1 800 FLOWERS'],
  ['letters', 'callto:+4532123456'],
  ['letters', '+45 32123456 ext'],
  ['letters', '+45 32123456p1'],
  ['characters', '+45 3212*3456'],
  ['characters', '+45_32123456'],
  ['characters', '"+4532123456"'],
  ['characters', '📞 +4532123456'],
  ['characters', '++4532123456'],
  ['characters', '+45 32123456\u0000'],
  ['characters', '+'],
  ['characters', '()'],
  ['spreadsheet-format', '4.53E+09'],
  ['spreadsheet-format', '4,53E+09'],
  ['spreadsheet-format', '4.53e9'],
  ['spreadsheet-format', '+4E+09'],
  ['several-numbers', '+4532123456, +4532123457'],
  ['several-numbers', '32123456; 32123457', denmark],
  ['several-numbers', '+4532123456/+4532123457'],
  ['several-numbers', '32 12 34 56 / 32 12 34 57', denmark],
  ['several-numbers', '32123456 | 32123457', denmark],
  ['several-numbers', '32123456 or 32123457', denmark],
  ['several-numbers', '32123456 oder 32123457', denmark],
  ['several-numbers', '32123456\n32123457', denmark],
  ['several-numbers', '+4532123456+4532123457'],
  ['extension', '+4532123456 ext. 12'],
  ['extension', '+4532123456x12'],
  ['extension', '+4532123456 #12'],
  ['extension', '+4532123456;ext=12'],
  ['extension', '+4532123456 Extension: 12'],
  ['extension', '+4930901820 Durchwahl 5'],
  ['extension', '+74951234567 доб. 12'],
  ['no-country', '32123456'],
  ['no-country', 'tel:4532123456'],
  ['no-country', 4532123456],
  ['international-prefix', '004532123456'],
  ['international-prefix', '00 45 32 12 34 56'],
  ['unknown-country-code', '+999 12345678'],
  ['unknown-country-code', '+0045 32123456'],
  ['unknown-country-code', '+045 32123456'],
  ['country-code-only', '+45'],
  ['country-code-only', '+1 0'],
  ['emergency-or-short', '112'],
  ['emergency-or-short', '1818', denmark],
  ['emergency-or-short', '116117', { defaultCountry: 'DE' }],
  ['too-short', '+45 3212345'],
  ['too-short', '1234567', { defaultCountry: 'US' }],
  ['too-long', '+4911111111111111'],
  ['too-long', `+45 3212 ${' '.repeat(100)}3456`],
  ['ambiguous', '+672 00112'],
  ['ambiguous', '491711234567', { defaultCountry: 'DE' }],
  ['ambiguous', '49 (0) 171 1234567', { defaultCountry: 'DE' }],
  ['ambiguous', '62812345678', { defaultCountry: 'ID' }],
  ['ambiguous', '38343201234', { defaultCountry: 'XK' }],
  ['date', '24.11.2026', denmark],
  ['date', '2026-11-24', denmark],
  ['date', '12/24/2026', denmark],
  ['ambiguous', '0445425702', { defaultCountry: 'IM' }],
  ['characters', '+49 30 901820²'],
  ['characters', '+49 30 901820①'],
  ['characters', '+45 3212\n3456'],
  ['several-numbers', '+49 30 901820/21'],
  ['emergency-or-short', '11833', { defaultCountry: 'DE' }],
  ['emergency-or-short', '118877', { defaultCountry: 'AT' }],
  ['emergency-or-short', '+358 00112'],
  ['emergency-or-short', '12345', { defaultCountry: 'US' }],
  ['too-long', '+45 321234567'],
  ['too-long', '+4532123456789012'],
  ['too-long', '9'.repeat(300), denmark],
  ['wrong-length', '+3762222222'],
  ['wrong-length', '+6155555555555'],
  ['unassigned', '+1 555 123 4567', { requireValid: true }],
  ['fictional', '+1 212 555 0123', { requireValid: true }],
];

it.each(refused.map(([reason, input, options = {}]) => ({ reason, input, options })))(
  '$reason: $input',
  (row) => {
    const { reason, input, options } = row;
    expect(refusalOf(() => parsePhoneNumber(input, options))).toMatchObject({
      code: 'invalid-phone-number',
      outcome: 'not-placed',
      field: 'to',
      reason,
    });
  },
);

it('the table above reaches every reason', () => {
  expect(new Set(refused.map(([reason]) => reason))).toEqual(new Set(reasons));
});

describe('the words of a refusal', () => {
  it.each(reasons)('%s: whole sentences that name the field and tell what to do', (reason) => {
    const { problem, fix } = phoneRefusals[reason];
    expectSentences(`“Phone Number” ${problem}.`);
    expectSentences(fix);
    expect(problem.length).toBeGreaterThan(5);
  });

  it('no two reasons say the same', () => {
    expect(new Set(reasons.map((reason) => phoneRefusals[reason].problem)).size).toBe(reasons.length);
  });

  it('never holds the number that was refused', () => {
    const country = fc.option(fc.constantFrom(...getCountries()), { nil: null });
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 20 });
    const marks = fc.constantFrom('', '+', 'x', ' ext 1', '#', '*', ',');
    let refusals = 0;
    fc.assert(
      fc.property(digits, marks, country, fc.boolean(), (number, mark, defaultCountry, inFront) => {
        const text = inFront ? mark + number : number + mark;
        const error = resultOf(() => parsePhoneNumber(text, { defaultCountry, requireValid: true }));
        if (!isCallError(error)) return;
        refusals += 1;
        expect(JSON.stringify([error.message, error.howToFix, error.detail, error.reason])).not.toContain(
          number,
        );
      }),
      { numRuns: 1000 },
    );
    expect(refusals).toBeGreaterThan(100);
  });
});
