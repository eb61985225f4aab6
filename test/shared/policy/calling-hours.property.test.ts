import fc from 'fast-check';
import { isOpen, nextOpening, type CallingHours } from '../../../shared/policy/calling-hours';
import { findZone, type Zone } from '../../../shared/policy/local-time';

const minute = 60_000;
const dayInMinutes = 24 * 60;

/** Clocks with and without summer time, off by halves and quarters, changed at midnight and by half an hour. */
const zoneNames = [
  'UTC',
  'Europe/Copenhagen',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'America/Phoenix',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

/** Near most of the changes of 2026 and 2027, and at any other time. */
const changes = [
  '2026-02-15T02:00Z',
  '2026-03-08T07:00Z',
  '2026-03-29T01:00Z',
  '2026-04-04T15:00Z',
  '2026-04-05T03:00Z',
  '2026-04-23T22:00Z',
  '2026-09-06T04:00Z',
  '2026-10-03T15:30Z',
  '2026-10-24T21:00Z',
  '2026-10-25T01:00Z',
  '2026-10-29T21:00Z',
  '2026-11-01T06:00Z',
  '2027-03-14T05:00Z',
  '2027-03-28T01:00Z',
].map((text) => Date.parse(text));

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

interface Clock {
  readonly weekday: number;
  readonly minutes: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows: straight from Intl, without any of the code under test. */
function clockAt(zone: string, instant: number): Clock {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  const [weekday = '', hour, minutes] = formatter.format(instant).split(/[\s:,]+/);
  return { weekday: weekdays.indexOf(weekday), minutes: Number(hour) * 60 + Number(minutes) };
}

/** Whether a clock shows a time inside the window: the plain reading of the rule. */
function isOpenOnWall(hours: CallingHours, clock: Clock): boolean {
  const end = hours.start + hours.lengthInMinutes;
  const yesterday = (clock.weekday + 6) % 7;
  return (
    (hours.days[clock.weekday] === true && clock.minutes >= hours.start && clock.minutes < end) ||
    (hours.days[yesterday] === true && clock.minutes + dayInMinutes < end)
  );
}

function zonesNamed(names: readonly string[]): readonly Zone[] {
  return names.map(findZone).filter((zone) => zone !== null);
}

const hoursArbitrary = fc.record({
  start: fc.oneof(
    fc.integer({ min: 0, max: dayInMinutes - 1 }),
    fc.integer({ min: 0, max: 12 }).map((quarter) => quarter * 15),
  ),
  lengthInMinutes: fc.oneof(
    fc.integer({ min: 1, max: dayInMinutes }),
    fc.integer({ min: 1, max: 90 }),
    fc.constant(dayInMinutes),
  ),
  days: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }).filter((days) => days.includes(true)),
});

const instantArbitrary = fc
  .tuple(fc.constantFrom(...changes), fc.integer({ min: -3 * dayInMinutes, max: dayInMinutes }))
  .map(([change, minutes]) => change + minutes * minute);

const zonesArbitrary = fc.uniqueArray(fc.constantFrom(...zoneNames), { minLength: 1, maxLength: 3 });

describe('the window arithmetic against a clock on the wall', () => {
  it('is open when the clocks of all zones show a time inside the window', () => {
    fc.assert(
      fc.property(hoursArbitrary, instantArbitrary, zonesArbitrary, (hours, instant, names) => {
        const expected = names.every((name) => isOpenOnWall(hours, clockAt(name, instant)));
        expect(isOpen(hours, zonesNamed(names), instant)).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('next opens where a search minute by minute finds it', () => {
    fc.assert(
      fc.property(hoursArbitrary, instantArbitrary, zonesArbitrary, (hours, instant, names) => {
        const found = nextOpening(hours, zonesNamed(names), instant);
        // The whole horizon would take minutes; two days on both sides of the answer are enough to be sure of it.
        const last = found ?? instant + 15 * dayInMinutes * minute;
        const from = Math.max(instant, last - 2 * dayInMinutes * minute);
        for (let at = from; at < last; at += minute) {
          if (names.every((name) => isOpenOnWall(hours, clockAt(name, at)))) {
            throw new Error(`open at ${new Date(at).toISOString()}, found ${found}`);
          }
        }
        if (found !== null) {
          expect(names.every((name) => isOpenOnWall(hours, clockAt(name, found)))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds the very first opening of one zone in a whole week', () => {
    fc.assert(
      fc.property(hoursArbitrary, instantArbitrary, fc.constantFrom(...zoneNames), (hours, instant, name) => {
        let first: number | null = null;
        for (let at = instant; first === null && at < instant + 8 * dayInMinutes * minute; at += minute) {
          if (isOpenOnWall(hours, clockAt(name, at))) first = at;
        }
        const found = nextOpening(hours, zonesNamed([name]), instant);
        if (first !== null) expect(found).toBe(first);
        else expect(found ?? Infinity).toBeGreaterThan(instant + 7 * dayInMinutes * minute);
      }),
      { numRuns: 300 },
    );
  });
});

it('finds the moment of a change from every quarter of an hour of the day before', () => {
  const change = Date.parse('2026-03-29T01:00Z');
  const hours = {
    start: 2 * 60 + 30,
    lengthInMinutes: 60,
    days: [true, ...new Array<boolean>(6).fill(false)],
  };
  for (let quarters = 1; quarters <= 96; quarters += 1) {
    const from = change - quarters * 15 * minute;
    expect(nextOpening(hours, zonesNamed(['Europe/Copenhagen']), from)).toBe(change);
  }
});

describe('zones that never agree', () => {
  const hours = { start: 9 * 60, lengthInMinutes: 8 * 60, days: new Array<boolean>(7).fill(true) };

  it('have no next opening', () => {
    const zones = zonesNamed(['America/New_York', 'Asia/Kolkata']);
    expect(nextOpening(hours, zones, Date.parse('2026-11-23T12:00Z'))).toBeNull();
  });

  it('get one as soon as the window is wide enough', () => {
    const zones = zonesNamed(['America/New_York', 'Asia/Kolkata']);
    const wide = { ...hours, start: 8 * 60, lengthInMinutes: 13 * 60 };
    expect(nextOpening(wide, zones, Date.parse('2026-11-23T12:00Z'))).toBe(Date.parse('2026-11-23T13:00Z'));
  });
});
