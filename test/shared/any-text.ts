import fc from 'fast-check';

/**
 * Text of any characters. Not `fc.string({ unit: 'binary' })`, which first writes down every character there is:
 * 1.5 seconds for each file that uses it.
 */
export function anyText({ maxLength }: { maxLength?: number } = {}): fc.Arbitrary<string> {
  const character = fc.integer({ min: 0, max: 0x10ffff }).filter((code) => code < 0xd800 || code > 0xdfff);
  return fc
    .array(character, maxLength === undefined ? {} : { maxLength })
    .map((codes) => String.fromCodePoint(...codes));
}
