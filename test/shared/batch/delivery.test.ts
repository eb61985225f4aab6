import { parseDelivery, parseRepeatWindow } from '../../../shared';
import { refusalOf } from '../refusal';

test('left empty, every setting has its default', () => {
  const defaults = {
    concurrency: 5,
    callsPerSecond: 0,
    waitForFreeLineMs: 60_000,
    skipRepeats: 'run',
    repeatWindowHours: 24,
  };
  expect(parseDelivery({})).toEqual(defaults);
  expect(parseDelivery({ concurrency: '', skipRepeats: null, waitForFreeLine: ' ' })).toEqual(defaults);
});

test.each([
  ['concurrency', 1, 50],
  ['callsPerSecond', 0, 100],
  ['waitForFreeLine', 0, 3600],
  ['repeatWindowHours', 1, 168],
])('%s goes from %d to %d', (field, min, max) => {
  for (const value of [min, max, String(max)]) expect(() => parseDelivery({ [field]: value })).not.toThrow();
  for (const value of [min - 0.1, max + 0.1, 'many', NaN, [], {}, true]) {
    expect(refusalOf(() => parseDelivery({ [field]: value }))).toMatchObject({
      code: 'invalid-setting',
      outcome: 'not-placed',
      field,
      reason: 'out-of-range',
    });
  }
});

test('fractions become what can be done with them', () => {
  expect(
    parseDelivery({ concurrency: 2.9, callsPerSecond: 0.5, waitForFreeLine: 1.5, repeatWindowHours: 1.2 }),
  ).toMatchObject({ concurrency: 2, callsPerSecond: 0.5, waitForFreeLineMs: 1_500, repeatWindowHours: 2 });
});

test.each(['off', 'run', 'window'])('repeats are skipped: %s', (skipRepeats) => {
  expect(parseDelivery({ skipRepeats }).skipRepeats).toBe(skipRepeats);
});

test.each(['Off', 'never', 1, true])('an unknown choice such as %p is refused', (skipRepeats) => {
  const { code, field, reason, message, howToFix } = refusalOf(() => parseDelivery({ skipRepeats }));
  expect({ code, field, reason }).toEqual({
    code: 'invalid-setting',
    field: 'skipRepeats',
    reason: 'unknown-choice',
  });
  expect(message).toBe('“Skip Repeats” is not a known choice.');
  expect(howToFix).toBe('Use off, run or window.');
});

test('a window of its own is none where it is left empty', () => {
  for (const empty of [undefined, null, '', ' ']) expect(parseRepeatWindow(empty)).toBeNull();
  expect(parseRepeatWindow('2')).toBe(2);
  expect(parseRepeatWindow(1.1)).toBe(2);
  expect(refusalOf(() => parseRepeatWindow(0.5)).field).toBe('repeatWindowHours');
  expect(refusalOf(() => parseRepeatWindow(169)).reason).toBe('out-of-range');
});
