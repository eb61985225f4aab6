import fc from 'fast-check';
import {
  getCountryCallingCode,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';

export interface Example {
  readonly country: CountryCode;
  readonly e164: string;
  readonly parsed: PhoneNumber;
}

function example([country, national]: [string, string]): Example {
  const code = country as CountryCode;
  const e164 = `+${getCountryCallingCode(code)}${national}`;
  const parsed = parsePhoneNumberFromString(e164);
  if (parsed === undefined) throw new Error(`No example for ${country}`);
  return { country: code, e164, parsed };
}

/** A mobile number of every country, as libphonenumber documents them. */
export const mobileExamples: readonly Example[] = Object.entries(examples).map(example);

const separators = [
  ...['', '', '', ' ', '-', '.', ') ', ' ('],
  ...'\u00a0\u2007\u2009\u202f\u3000\u200b\u200d\u200e\u202a\u202c\u2060\ufeff\u00ad‐‑–—−',
];
const zeros = [0x30, 0x30, 0xff10, 0x660, 0x6f0, 0x966, 0xe50, 0x1d7ce];
const fronts = [
  '',
  ' ',
  '\t',
  '\n',
  'tel:',
  'TEL:',
  'tel: ',
  'tel://',
  "'",
  '’',
  '\u202a',
  '\u200e',
  '\ufeff',
];
const ends = ['', ' ', '\n', '\u202c', '\u200b', '\u00a0'];
const signs = ['+', '＋', '﹢'];

/** An E.164 number, and the same number as a contact card, a spreadsheet, a chat or a designer would show it. */
export const decoratedNumber: fc.Arbitrary<{ e164: string; text: string }> = fc
  .constantFrom(...mobileExamples.map(({ e164 }) => e164))
  .chain((e164) =>
    fc.record({
      e164: fc.constant(e164),
      text: fc
        .tuple(
          fc.constantFrom(...fronts),
          fc.constantFrom(...signs),
          fc.tuple(...[...e164.slice(1)].map(decoratedDigit)),
          fc.constantFrom(...ends),
        )
        .map(([front, sign, digits, end]) => front + sign + digits.join('') + end),
    }),
  );

function decoratedDigit(digit: string, index: number): fc.Arbitrary<string> {
  const written = fc.constantFrom(...zeros).map((zero) => String.fromCodePoint(zero + Number(digit)));
  if (index === 0) return written;
  return fc.tuple(fc.constantFrom(...separators), written).map(([separator, text]) => separator + text);
}
