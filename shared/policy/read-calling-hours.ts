import { invalidSetting, isEmpty } from '../setting';
import type { CallingHours } from './calling-hours';
import { listEntries } from './list-entries';

/** In the order in which people read them; both products offer these. */
export const callingDays = [
  { value: 'mon', label: 'Monday' },
  { value: 'tue', label: 'Tuesday' },
  { value: 'wed', label: 'Wednesday' },
  { value: 'thu', label: 'Thursday' },
  { value: 'fri', label: 'Friday' },
  { value: 'sat', label: 'Saturday' },
  { value: 'sun', label: 'Sunday' },
] as const;

const minutesOfDay = 24 * 60;

/**
 * Reads the window in which people may be called; `null` when nothing is set. Days without hours are whole days.
 * @throws CallError `invalid-setting`, also for a window that never opens
 */
export function readCallingHours(start: unknown, end: unknown, days: unknown): CallingHours | null {
  const chosen = readDays(days);
  if (isEmpty(start) && isEmpty(end)) {
    return chosen.every((day) => !day) ? null : { start: 0, lengthInMinutes: minutesOfDay, days: chosen };
  }
  if (isEmpty(start)) throw onlyOne('callingHoursStart', 'callingHoursEnd');
  if (isEmpty(end)) throw onlyOne('callingHoursEnd', 'callingHoursStart');
  const opens = readTime(start, 'callingHoursStart', minutesOfDay - 1);
  const closes = readTime(end, 'callingHoursEnd', minutesOfDay);
  if (opens === closes) {
    throw invalidSetting(
      'callingHoursEnd',
      'never-open',
      'is the same as the start, so it is unclear whether calls are allowed always or never',
      'For whole days, use 00:00 and 24:00, or leave both empty.',
    );
  }
  const lengthInMinutes = closes > opens ? closes - opens : closes - opens + minutesOfDay;
  const everyDay = chosen.every((day) => !day);
  return { start: opens, lengthInMinutes, days: everyDay ? chosen.map(() => true) : chosen };
}

/** The window in words, such as “09:00 to 20:00, Mon, Tue, Fri”. */
export function describeHours(hours: CallingHours): string {
  const end = hours.start + hours.lengthInMinutes;
  const closes = end > minutesOfDay ? end - minutesOfDay : end;
  const range = `from ${clock(hours.start)} to ${clock(closes)}`;
  if (hours.days.every((day) => day)) return range;
  const names = callingDays.filter((_, index) => hours.days[(index + 1) % 7]).map(({ label }) => label);
  return `${range} on ${names.join(', ')}`;
}

/** Minutes after midnight as `HH:MM`. */
export function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function readTime(input: unknown, field: 'callingHoursStart' | 'callingHoursEnd', latest: number): number {
  // Spreadsheets add seconds; they are fine as long as they are zero.
  const [, hours, minutes] =
    /^(\d{1,2}):(\d{2})(?::00)?$/.exec(typeof input === 'string' ? input.trim() : '') ?? [];
  const time = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) < 60 && time <= latest) return time;
  throw invalidSetting(
    field,
    'not-a-time',
    'is no time of day',
    'Use hours and minutes in 24 hours, such as 09:00 or 20:30.',
  );
}

function onlyOne(
  empty: 'callingHoursStart' | 'callingHoursEnd',
  filled: 'callingHoursStart' | 'callingHoursEnd',
): Error {
  const other = filled === 'callingHoursStart' ? 'there is a start' : 'there is an end';
  return invalidSetting(empty, 'missing', `is empty although ${other}`, 'Fill in both, or neither.');
}

/** Sunday first; all `false` when no day is chosen. */
function readDays(input: unknown): readonly boolean[] {
  const days = new Array<boolean>(7).fill(false);
  for (const entry of listEntries(input) ?? ['']) {
    const word = entry.toLowerCase();
    const index = callingDays.findIndex(({ value, label }) => word === value || word === label.toLowerCase());
    if (index < 0) {
      throw invalidSetting(
        'callingDays',
        'unknown-day',
        'has an entry that is no day of the week',
        'Use mon, tue, wed, thu, fri, sat and sun.',
      );
    }
    days[(index + 1) % 7] = true;
  }
  return days;
}
