import type { PhoneRefusal } from './refusals';

/** Scientific notation, as a spreadsheet writes a long number: 4.52E+09. */
const scientific = /^\+?\d+(?:[.,]\d+)?e\+?\d+$/i;
const extension = /(?:(?:;?ext(?:n|ension)?|(?<=\d\s*)x|anexo|durchwahl|poste|доб)[.:=\s]*\d+|#\s*\d*)\s*$/iu;
const between = /[,;|\n\r&]|\s(?:or|and|oder|og|eller|und|ou|o|y|et)\s/iu;
/** Superscripts, circled digits and fractions: a footnote mark is no digit of the number. */
const digitLike = /\p{No}/u;
const longestNotation = 100;
/** 2026-11-24, and the other way round with points, slashes or dashes: a likely slip beside an appointment. */
const date =
  /^(?:(?:19|20)\d{2}([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|[12]\d|3[01])\2(?:19|20)\d{2})$/;

/** How many parts of the text could be a number by themselves. */
function numbersIn(text: string): number {
  // A slash also groups digits (04532/123456), or offers another ending (901820/21).
  if (/\/\s*\d{1,3}$/.test(text)) return 2;
  const digitsOf = (part: string): number => part.replace(/\D/g, '').length;
  if (text.split('/').filter((part) => digitsOf(part) >= 7).length > 1) return 2;
  const parts = text.split(between).filter((part) => digitsOf(part) >= 5);
  return Math.max(parts.length, text.split('+').filter((part) => /\d/.test(part)).length);
}

/** What is wrong with a text before it is normalised, which would hide it; `null` if nothing. */
export function refuseRawText(text: string): PhoneRefusal | null {
  if (text.length > longestNotation) return 'too-long';
  return digitLike.test(text) ? 'characters' : null;
}

/**
 * What is wrong with the way a number is written, before anything is known about countries; `null` if nothing.
 * @param text normalised by `normaliseText`, without `tel:`
 */
export function refuseNotation(text: string): PhoneRefusal | null {
  if (text === '') return 'empty';
  if (scientific.test(text)) return 'spreadsheet-format';
  if (date.test(text)) return 'date';
  if (numbersIn(text) > 1) return 'several-numbers';
  if (extension.test(text)) return 'extension';
  if (/\p{L}/u.test(text)) return 'letters';
  if (!/^\(?\+?[\d ().\-/]+$/.test(text)) return 'characters';
  if (!/\d/.test(text)) return 'characters';
  return null;
}
