import fc from 'fast-check';
import { normaliseText } from '../../../shared/phone/normalise';
import { anyText } from '../any-text';

/** Letters, digits, signs and marks in which numbers are written; no line breaks, which separate numbers. */
const fragments = [
  ...'+＋﹢0123456789０９٠٩۰۹०९੦௯๐๙ ()-./xX#;,aZé',
  ...'\u00a0\u2007\u202f\u3000\t',
  ...'\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\u2066\u2069\ufeff\u00ad\u034f\u061c',
  ...'‐‑‒–—―−﹣－',
  ...'\'‘’"“',
  'tel:',
  '²',
  '①',
  '½',
  '👋🏽',
];

const numberLike = fc.string({ unit: fc.constantFrom(...fragments), maxLength: 30 });

describe('the text of a number as a keyboard would have typed it', () => {
  it.each([
    ['full-width', '＋４５３２１２３４５６', '+4532123456'],
    ['Arabic', '+٤٥٣٢١٢٣٤٥٦', '+4532123456'],
    ['Persian', '+۴۵۳۲۱۲۳۴۵۶', '+4532123456'],
    ['N’Ko', '߄߅', '45'],
    ['Devanagari', '४५', '45'],
    ['Bengali', '৪৫', '45'],
    ['Gurmukhi', '੪੫', '45'],
    ['Gujarati', '૪૫', '45'],
    ['Tamil', '௪௫', '45'],
    ['Telugu', '౪౫', '45'],
    ['Kannada', '೪೫', '45'],
    ['Malayalam', '൪൫', '45'],
    ['Thai', '๔๕', '45'],
    ['mathematical', '𝟒𝟓', '45'],
  ])('%s digits', (_name, text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  it('turns every digit from 0 to 9 of a script', () => {
    expect(normaliseText('٠١٢٣٤٥٦٧٨٩')).toBe('0123456789');
    expect(normaliseText('۰۱۲۳۴۵۶۷۸۹')).toBe('0123456789');
    expect(normaliseText('०१२३४५६७८९')).toBe('0123456789');
  });

  it('leaves digits of a script that it does not know, rather than guess', () => {
    expect(normaliseText('𞥄')).toBe('𞥄');
  });

  it.each(['‐', '‑', '‒', '–', '—', '―', '−', '﹣', '－'])('dash %j', (dash) => {
    expect(normaliseText(`45${dash}32`)).toBe('45-32');
  });

  it.each(['\u00a0', '\u2007', '\u2009', '\u202f', '\u3000', '\t', '  \t '])('blank %j', (blank) => {
    expect(normaliseText(`45${blank}32`)).toBe('45 32');
  });

  it.each([
    '\u200b',
    '\u200d',
    '\u200e',
    '\u202a',
    '\u2060',
    '\u2066',
    '\ufeff',
    '\u00ad',
    '\u034f',
    '\u061c',
  ])('invisible %j', (character) => {
    expect(normaliseText(`${character}4${character}5${character}`)).toBe('45');
  });

  it.each(["'+45", '’+45', "''+45", "' +45", "\u200b'+45", " '+45"])(
    'the apostrophe of a spreadsheet: %j',
    (text) => {
      expect(normaliseText(text)).toBe('+45');
    },
  );

  it('keeps an apostrophe that does not come first', () => {
    expect(normaliseText("+45'32")).toBe("+45'32");
  });

  it('keeps line breaks inside, since they separate numbers', () => {
    expect(normaliseText('\n+45\n+46\n')).toBe('+45\n+46');
  });
});

describe('normalising', () => {
  it('twice is normalising once, for any text', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 40 }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('twice is normalising once, for texts like numbers', () => {
    fc.assert(
      fc.property(numberLike, (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves nothing invisible, no blanks around and no digit in another form', () => {
    fc.assert(
      fc.property(numberLike, (text) => {
        expect(normaliseText(text)).not.toMatch(/\p{Cf}|^\s|\s$|[０-９٠-٩۰-۹०-९๐-๙]|[^\S ]|[‐-―−]/u);
      }),
      { numRuns: 1000 },
    );
  });
});
