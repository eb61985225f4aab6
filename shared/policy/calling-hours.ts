import { day, minute, quarter, type Zone } from './local-time';

/** When people may be called, on the clock of the person called. */
export interface CallingHours {
  /** Minutes after midnight. */
  readonly start: number;
  /** From the start; a window over midnight belongs to the day on which it starts. */
  readonly lengthInMinutes: number;
  /** Sunday first, as the calendar arithmetic below has it. */
  readonly days: readonly boolean[];
}

/** A weekly window can fall into the hour that a clock skips in spring; the week after, it opens. */
const horizon = 15 * day;
/** 1 January 1970 was a Thursday. */
const firstWeekday = 4;

/** Whether people may be called at an instant in all of these zones. */
export function isOpen(hours: CallingHours, zones: readonly Zone[], instant: number): boolean {
  return zones.every((zone) => isOpenLocally(hours, instant + zone.offsetAt(instant)));
}

/**
 * The first instant from `from` on at which calls are allowed in all of these zones, or `null` if there is none
 * within 15 days. Each zone in turn moves the candidate on to its own next opening, until all agree.
 */
export function nextOpening(hours: CallingHours, zones: readonly Zone[], from: number): number | null {
  const end = from + horizon;
  let candidate = from;
  let agreed = 0;
  for (let index = 0; agreed < zones.length; index = (index + 1) % zones.length) {
    const zone = zones[index];
    const opening = zone === undefined ? end : openingIn(hours, zone, candidate, end);
    if (opening >= end) return null;
    agreed = opening === candidate ? agreed + 1 : 1;
    candidate = opening;
  }
  return candidate;
}

/** The first opening in one zone; `end` if there is none before. Walks through stretches of one offset. */
function openingIn(hours: CallingHours, zone: Zone, from: number, end: number): number {
  let start = from;
  while (start < end) {
    const offset = zone.offsetAt(start);
    const change = nextChange(zone, start, offset);
    const opening = openingLocally(hours, start + offset) - offset;
    if (opening < change) return Math.min(opening, end);
    start = change;
  }
  return end;
}

/** Where the stretch of one offset ends, at most a day on: no clock is changed twice within a day. */
function nextChange(zone: Zone, from: number, offset: number): number {
  const tomorrow = from + day;
  if (zone.offsetAt(tomorrow) === offset) return tomorrow;
  let same = Math.floor(from / quarter);
  let changed = Math.floor(tomorrow / quarter);
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (zone.offsetAt(middle * quarter) === offset) same = middle;
    else changed = middle;
  }
  return changed * quarter;
}

/** The window of today, or the one of yesterday that runs over midnight. */
function isOpenLocally(hours: CallingHours, local: number): boolean {
  const today = Math.floor(local / day);
  return [today, today - 1].some((date) => {
    const start = startOn(hours, date);
    return isCallingDay(hours, date) && local >= start && local < start + hours.lengthInMinutes * minute;
  });
}

/** The first opening on a clock that is never changed; some day of the week always has one. */
function openingLocally(hours: CallingHours, local: number): number {
  if (isOpenLocally(hours, local)) return local;
  let date = Math.floor(local / day);
  while (!isCallingDay(hours, date) || startOn(hours, date) < local) date += 1;
  return startOn(hours, date);
}

function startOn(hours: CallingHours, date: number): number {
  return date * day + hours.start * minute;
}

/** `date` counts days since 1970. */
function isCallingDay(hours: CallingHours, date: number): boolean {
  return hours.days[(((date + firstWeekday) % 7) + 7) % 7] === true;
}
