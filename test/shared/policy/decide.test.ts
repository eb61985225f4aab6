import { maskNumber } from '../../../shared/phone/mask';
import { parsePhoneNumber } from '../../../shared/phone/phone-number';
import { decide } from '../../../shared/policy/decide';
import { parsePolicy, type RawPolicy } from '../../../shared/policy/policy';
import { NotAllowedError, type Refusal } from '../../../shared/policy/verdict';
import { policyTable } from './policy-table';

function judge(number: string, settings: RawPolicy, at: string) {
  return decide(parsePolicy(settings, 'DK'), parsePhoneNumber(number), Date.parse(at));
}

function refuse(number: string, settings: RawPolicy, at = '2026-11-23T02:12Z'): Refusal {
  const verdict = judge(number, settings, at);
  if (verdict.allowed) throw new Error('allowed');
  return verdict;
}

const office = { callingHoursStart: '09:00', callingHoursEnd: '17:00', callingDays: 'mon,fri' };

describe('the table', () => {
  it('has at least 120 rows, none of them twice', () => {
    expect(policyTable.length).toBeGreaterThanOrEqual(120);
    const cases = policyTable.map(
      ({ number, settings, at }) => JSON.stringify([number, at]) + inspect(settings),
    );
    expect(new Set(cases).size).toBe(cases.length);
  });

  it.each(policyTable)('$because: $number at $at: $verdict', ({ number, settings, at, verdict, next }) => {
    const found = judge(number, settings, at);
    expect(found.allowed ? 'allowed' : found.skipReason).toBe(verdict);
    expect(found.allowed ? null : found.nextAllowedAt).toBe(
      next === null ? null : new Date(next).toISOString(),
    );
  });

  it.each(policyTable.filter(({ verdict }) => verdict !== 'allowed'))(
    'words the refusal: $because',
    ({ number, settings, at }) => {
      const { message, howToFix } = refuse(number, settings, at);
      for (const words of [message, howToFix]) {
        expect(words).toMatch(/^[^a-z].*\.$/);
        expect(words).not.toContain('undefined');
        expect(words.replace(/\D/g, '')).not.toContain(number.slice(-6));
      }
      expect(message).toContain(maskNumber(number).slice(-2));
      expect(message).not.toContain('No call was placed');
    },
  );

  it('never contradicts itself: calls are allowed at the next time, and not a minute before', () => {
    const rows = policyTable.filter(({ next }) => next !== null);
    expect(rows.length).toBeGreaterThan(20);
    for (const { number, settings, next } of rows) {
      expect(judge(number, settings, next ?? '').allowed).toBe(true);
      const before = new Date(Date.parse(next ?? '') - 60_000).toISOString();
      expect(judge(number, settings, before).allowed).toBe(false);
    }
  });
});

describe('a refusal', () => {
  it('names the country', () => {
    const { message } = refuse('+18765551234', { allowedCountries: ['US'] });
    expect(message).toBe('+18••••34 is a number of Jamaica (JM), which is not among the allowed countries.');
  });

  it('says when no country can be told', () => {
    const { message } = refuse('+80012345678', { allowedCountries: ['US'] });
    expect(message).toContain('The country of +80••••78 cannot be told');
  });

  it('tells the local time and the window', () => {
    const { message, howToFix } = refuse('+4532123456', office);
    expect(message).toBe(
      'It is 03:12 on Monday in Europe/Copenhagen. Calls to +45••••56 are allowed from 09:00 to 17:00 on Monday, Friday.',
    );
    expect(howToFix).toBe('Call from 09:00 on Monday in Europe/Copenhagen on, or change the calling hours.');
  });

  it('says how many zones there may be', () => {
    const { message, howToFix } = refuse('+34612345678', office);
    expect(message).toContain('The number may be in any of 2 time zones.');
    expect(howToFix).toContain('2026-11-23 09:00 UTC');
  });

  it('says when no time will do', () => {
    const refusal = refuse('+79161234567', office);
    expect(refusal.message).toContain('there is no time at which that holds in all of them');
    expect(refusal.howToFix).toContain('“Time Zone”');
  });

  it('says that a number has no place, and which setting helps', () => {
    const refusal = refuse('+18002345678', office);
    expect(refusal.message).toContain('belongs to no place');
    expect(refusal.field).toBe('timeZone');
  });

  it('becomes an error', () => {
    expect(new NotAllowedError(refuse('+4532123456', { consent: 'no' }))).toMatchObject({
      code: 'not-allowed',
      outcome: 'not-placed',
      field: 'consent',
      reason: 'no-consent',
      howToFix: expect.stringContaining('Ask the person first.') as unknown,
    });
  });
});

/** JSON leaves out `undefined`, which is a value that matters here. */
function inspect(settings: RawPolicy): string {
  return JSON.stringify(settings, (_, value: unknown) => (value === undefined ? 'undefined!' : value));
}
