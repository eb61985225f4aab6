import { isCallError, CallError } from '../../../shared/call-error';
import { outcomeOfStatus, transportOutcomes, type OutcomeRow } from '../../../shared/outcome/outcome-table';
import { expectSentences } from '../refusal';

const statuses = Array.from({ length: 500 }, (_, index) => index + 100).filter(
  (status) => status < 200 || status > 299,
);
const unknownStatuses = [408, 409, 425, ...statuses.filter((status) => status >= 500)];
const rows: ReadonlyArray<[name: string, row: OutcomeRow]> = [
  ...statuses.map((status): [string, OutcomeRow] => [String(status), outcomeOfStatus(status)]),
  ...Object.entries(transportOutcomes),
];

/** The table of the design, once more and by hand. */
function designed(status: number): string {
  if (unknownStatuses.includes(status) || status < 200) return 'outcome-unknown';
  if (status < 400) return 'unexpected-response';
  const codes: Record<number, string> = {
    401: 'unauthorized',
    402: 'plan-limit',
    403: 'forbidden',
    404: 'not-found',
    410: 'not-found',
    429: 'rate-limited',
  };
  return codes[status] ?? 'rejected';
}

describe('the outcome table', () => {
  it('has a row for every status from 100 to 599, as designed', () => {
    const codes = statuses.map((status) => [status, outcomeOfStatus(status).code]);
    expect(codes).toEqual(statuses.map((status) => [status, designed(status)]));
  });

  it('never says that nothing was placed where that is not certain', () => {
    for (const status of unknownStatuses) {
      expect([status, outcomeOfStatus(status).outcome]).toEqual([status, 'unknown']);
    }
    expect(transportOutcomes.timeout.outcome).toBe('unknown');
    expect(transportOutcomes.broken.outcome).toBe('unknown');
  });

  it('says that nothing was placed for every other status from 300', () => {
    for (const status of statuses.filter((other) => other >= 300 && !unknownStatuses.includes(other))) {
      expect([status, outcomeOfStatus(status).outcome]).toEqual([status, 'not-placed']);
    }
    expect(transportOutcomes.nothingLeft).toMatchObject({ outcome: 'not-placed', code: 'unreachable' });
  });

  it.each([0, 99, 600, 999, -1, NaN, Infinity])(
    'calls a status that HTTP does not know unknown: %d',
    (status) => {
      expect(outcomeOfStatus(status)).toMatchObject({ outcome: 'unknown', code: 'outcome-unknown' });
    },
  );

  it('unknown and the code outcome-unknown are one and the same', () => {
    for (const [name, { outcome, code }] of rows) {
      expect([name, outcome === 'unknown']).toEqual([name, code === 'outcome-unknown']);
    }
  });

  it('tries the other version of the API after 401, 404 and 410 only', () => {
    const tried = statuses.filter((status) => outcomeOfStatus(status).tryOtherDialect === true);
    expect(tried).toEqual([401, 404, 410]);
    for (const row of Object.values<OutcomeRow>(transportOutcomes))
      expect(row.tryOtherDialect).toBeUndefined();
  });

  it('sends nothing again whose outcome is unknown', () => {
    for (const [name, row] of rows) {
      if (row.outcome === 'unknown')
        expect([name, row.tryOtherDialect, row.retry]).toEqual([name, undefined, undefined]);
    }
    expect(statuses.filter((status) => outcomeOfStatus(status).retry !== undefined)).toEqual([429]);
  });
});

describe('the words of the outcome table', () => {
  it('are whole sentences', () => {
    for (const [name, { happened, howToFix }] of rows) {
      // Why nothing left is added to this one.
      expectSentences(name === 'nothingLeft' ? `${happened}.` : happened);
      expectSentences(howToFix);
    }
  });

  it('say “may have rung” where that is so, and nowhere else', () => {
    for (const [name, { outcome, happened }] of rows) {
      expect([name, happened.includes('may have rung')]).toEqual([name, outcome === 'unknown']);
    }
  });

  it('send people to the transcripts before they run an unknown call again', () => {
    for (const [, { outcome, howToFix }] of rows) {
      if (outcome === 'unknown') expect(howToFix).toMatch(/Transcripts.*before you run it again/);
    }
  });

  it('name the geo permissions after a 500, the one documented cause', () => {
    expect(outcomeOfStatus(500).howToFix).toContain('geo permissions');
    expect(outcomeOfStatus(503).howToFix).not.toContain('geo permissions');
  });

  it('make an error that the guard knows', () => {
    for (const [, { happened, ...row }] of rows) expect(isCallError(new CallError(happened, row))).toBe(true);
  });
});
