/** Code points of the digit zero in scripts that phone numbers are written in; NFKC covers full-width digits. */
const zeros = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50,
];

function toAsciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((candidate) => point >= candidate && point <= candidate + 9);
  return zero === undefined ? digit : String(point - zero);
}

/**
 * The text as a keyboard would have typed it: ASCII digits, signs and spaces, without the invisible characters
 * that spreadsheets, contact cards and chat windows leave in numbers, and without a spreadsheet's apostrophe.
 * Normalising twice changes nothing more.
 */
export function normaliseText(text: string): string {
  const once = normaliseOnce(text);
  // What stood between two characters may be gone now, so that they combine.
  return once === text ? once : normaliseText(once);
}

function normaliseOnce(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\p{Nd}/gu, toAsciiDigit)
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim()
    .replace(/^(?:['‘’] ?)+/u, '')
    .trim();
}
