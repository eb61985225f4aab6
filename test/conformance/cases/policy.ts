import type { ConformanceCase } from '../case';

const danish = '+4532123456';
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The day of the week, in UTC, that is `ahead` days from now: the runs use the real clock. */
function dayAhead(ahead: number): string {
  return days[(new Date().getUTCDay() + ahead) % 7] ?? '';
}

function allowed(name: string, call: object, to = danish): ConformanceCase {
  return { name, call: { to, ...call }, body: { to }, result: { status: 'accepted', skipReason: null } };
}

function skipped(name: string, skipReason: string, call: object, to: unknown = danish): ConformanceCase {
  const result = { status: 'skipped', skipReason, requestedAt: null, httpStatus: null, attempts: 0 };
  return { name, call: { to, ...call }, arrives: [], result };
}

function failed(name: string, reason: string, field: string, call: object, to = danish): ConformanceCase {
  const error = { code: 'not-allowed', outcome: 'not-placed', field, reason } as const;
  return { name, call: { to, ...call, whenNotAllowed: 'fail' }, arrives: [], error };
}

function refused(name: string, field: string, reason: string, call: object): ConformanceCase {
  const error = { code: 'invalid-setting', outcome: 'not-placed', field, reason } as const;
  return { name, call: { to: danish, ...call }, arrives: [], error };
}

const allDay = { callingHoursStart: '00:00', callingHoursEnd: '24:00' };
const inThreeDays = { callingDays: [dayAhead(3)], timeZone: 'UTC' };

export const policyCases: readonly ConformanceCase[] = [
  allowed('country on the list', { allowedCountries: ['DK', 'SE'] }),
  skipped('country not on the list', 'country', { allowedCountries: ['SE'] }),
  skipped('Jamaica is not the United States', 'country', { allowedCountries: ['US'] }, '+18765550150'),
  skipped('no country, no list', 'country', { allowedCountries: ['US'] }, '+15551234567'),
  failed('country not on the list, as an error', 'country', 'allowedCountries', { allowedCountries: ['SE'] }),
  skipped('premium rate', 'costly-number', {}, '+4590123456'),
  skipped('satellite', 'costly-number', {}, '+870773111632'),
  skipped('international premium rate', 'costly-number', {}, '+979123456789'),
  failed('premium rate, as an error', 'costly-number', 'blockCostlyNumbers', {}, '+4590123456'),
  allowed('premium rate, on purpose', { blockCostlyNumbers: false }, '+4590123456'),
  allowed('toll-free', {}, '+18002345678'),
  allowed('consent given', { consent: 'Yes' }),
  allowed('consent given as true', { consent: true }),
  skipped('consent refused', 'no-consent', { consent: 'no' }),
  skipped('consent in other words', 'no-consent', { consent: 'opted out' }),
  skipped('consent mapped and empty', 'no-consent', { consent: '' }),
  failed('consent refused, as an error', 'no-consent', 'consent', { consent: 'false' }),
  allowed('not on the do-not-call list', { doNotCall: ['+4532123457'] }),
  skipped('on the do-not-call list', 'do-not-call', {
    doNotCall: ['+4532123457', '0045 3212-3456'],
    defaultCountry: 'DK',
  }),
  refused('a do-not-call list that cannot be read', 'doNotCall', 'unreadable-number', {
    doNotCall: ['32123456'],
  }),
  allowed('open all day', { ...allDay, timeZone: 'UTC' }),
  skipped('closed today', 'calling-hours', inThreeDays),
  skipped('a toll-free number has no clock', 'calling-hours', allDay, '+18002345678'),
  allowed('a toll-free number with a zone', { ...allDay, timeZone: 'America/New_York' }, '+18002345678'),
  failed('closed today, as an error', 'calling-hours', 'callingHoursStart', inThreeDays),
  refused('a start without an end', 'callingHoursEnd', 'missing', { callingHoursStart: '09:00' }),
  refused('a zone that does not exist', 'timeZone', 'unknown-time-zone', {
    timeZone: 'Mars/Olympus',
    ...allDay,
  }),
  refused('a choice that does not exist', 'whenNotAllowed', 'unknown-choice', { whenNotAllowed: 'wait' }),
  skipped('a dry run tells what the policy would do', 'no-consent', { consent: 'no', dryRun: true }),
  {
    name: 'fiction is marked',
    call: { to: '+12025550190' },
    body: { to: '+12025550190' },
    result: { status: 'accepted', numberType: 'fictional' },
  },
  {
    name: 'fiction is refused when validity is asked for',
    call: { to: '+12025550190', requireValidNumber: true },
    arrives: [],
    error: { code: 'invalid-phone-number', outcome: 'not-placed', field: 'to', reason: 'fictional' },
  },
];
