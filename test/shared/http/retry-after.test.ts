import fc from 'fast-check';
import { parseRetryAfter } from '../../../shared/http/retry-after';
import { anyText } from '../any-text';

const now = Date.parse('2026-11-23T12:00:00Z');

describe('a Retry-After header', () => {
  it.each([
    ['0', 0],
    ['7', 7000],
    [' 120 ', 120_000],
    ['1.5', 1500],
    ['0.0001', 1],
  ])('in seconds: %j', (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });

  it.each([
    ['the preferred form', 'Mon, 23 Nov 2026 12:01:00 GMT', 60_000],
    ['RFC 850', 'Monday, 23-Nov-26 12:01:00 GMT', 60_000],
    ['now', 'Mon, 23 Nov 2026 12:00:00 GMT', 0],
    ['the past', 'Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['long ago', 'Sun, 06 Nov 1994 08:49:37 GMT', 0],
  ])('as a date: %s', (_name, header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });

  it.each([
    undefined,
    '',
    ' ',
    '-1',
    '1e3',
    '0x10',
    '7, 8',
    '7s',
    '٧',
    'soon',
    'until Mon, 23 Nov 2026 12:01:00 GMT',
    'Mon, 23 Nov 2026 12:01:00 GMT+0200',
    'NaN',
    'Infinity',
    '9999999999',
  ])('that cannot be read: %j', (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined();
  });

  it('in seconds is exact', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), (seconds) => {
        expect(parseRetryAfter(String(seconds), now)).toBe(seconds * 1000);
      }),
    );
  });

  it('as a date gives the time until then', () => {
    const seconds = fc.integer({ min: -86_400, max: 86_400 * 365 });
    fc.assert(
      fc.property(seconds, (later) => {
        const header = new Date(now + later * 1000).toUTCString();
        expect(parseRetryAfter(header, now)).toBe(Math.max(0, later * 1000));
      }),
    );
  });

  it('is never a negative wait, and never NaN, whatever the server sends', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyText()), (header) => {
        const wait = parseRetryAfter(header, now);
        if (wait !== undefined) expect(wait).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
