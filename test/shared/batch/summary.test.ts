import { CallError, listItems, summarise, type CallOutcome, type CallResult } from '../../../shared';
import { verdictOf } from '../../../shared/batch/summary';

const of = (status: CallResult['status']): CallOutcome => ({ result: { status } as CallResult });
const failed = (outcome: 'unknown' | 'not-placed'): CallOutcome => ({
  error: new CallError('Why.', { code: 'rejected', outcome, howToFix: 'How.' }),
});
const accepted = of('accepted');
const skipped = of('skipped');
const unknown = failed('unknown');
const notPlaced = failed('not-placed');

test('a batch is summed up in half a line, in the order in which people want to hear it', () => {
  expect(summarise([null, notPlaced, unknown, skipped, of('validated'), accepted, accepted])).toBe(
    '2 accepted, 1 validated, 1 skipped, 1 unknown, 1 not placed, 1 not started',
  );
  expect(summarise([accepted])).toBe('1 accepted');
  expect(summarise([])).toBe('');
});

test('items are listed by their numbers, neighbours as ranges', () => {
  expect(
    listItems([accepted, accepted, accepted, unknown, accepted, skipped, accepted, accepted, null]),
  ).toBe('accepted: items 0-2, 4, 6-7; skipped: item 5; unknown: item 3; not started: item 8');
  expect(listItems([null, null])).toBe('not started: items 0-1');
});

test('a defect tells nothing about the phone, so the outcome is unknown', () => {
  expect(verdictOf({ error: new TypeError('a defect') })).toBe('unknown');
});
