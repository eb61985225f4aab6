import { sideBySide, wrap } from './columns';

test('wraps between words, and inside a word that is too long', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  expect(wrap('', 4)).toEqual(['']);
});

test('keeps line breaks and indents', () => {
  expect(wrap('a\n  b c d', 5)).toEqual(['a', '  b c', '  d']);
});

test('puts texts side by side', () => {
  expect(sideBySide(['a b', 'c'], [1, 3], '|')).toEqual(['a|c', 'b|']);
});
