import type { PhoneNumber } from '../phone/phone-number';
import { maskNumber } from '../phone/mask';
import { isOpen, nextOpening } from './calling-hours';
import { day, minute, type Zone } from './local-time';
import type { CallingPolicy } from './policy';
import { callingDays, clock, describeHours } from './read-calling-hours';
import { zonesOfNumber } from './time-zones';
import type { Refusal } from './verdict';

/** Refuses a call outside the calling hours of any place where the phone may be. */
export function refuseTime(policy: CallingPolicy, to: PhoneNumber, now: number): Refusal | null {
  const hours = policy.callingHours;
  if (hours === null) return null;
  const zones = policy.timeZone === null ? zonesOfNumber(to) : [policy.timeZone];
  if (zones.length === 0) return refusePlaceless(to);
  if (isOpen(hours, zones, now)) return null;
  const next = nextOpening(hours, zones, now);
  return {
    allowed: false,
    skipReason: 'calling-hours',
    field: 'callingHoursStart',
    message: `${whatTime(zones, now)} Calls to ${maskNumber(to.e164)} are allowed ${describeHours(hours)}${
      next === null ? ', and there is no time at which that holds in all of them' : ''
    }.`,
    howToFix: next === null ? neverFix : howToWait(zones, next),
    nextAllowedAt: next === null ? null : new Date(next).toISOString(),
  };
}

const neverFix = 'Set “Time Zone” if you know where the person lives, or allow more hours and days.';

function refusePlaceless(to: PhoneNumber): Refusal {
  return {
    allowed: false,
    skipReason: 'calling-hours',
    field: 'timeZone',
    message: `${maskNumber(to.e164)} belongs to no place, so the local time there cannot be told.`,
    howToFix: 'Set “Time Zone” to where the person lives, or call another number.',
    nextAllowedAt: null,
  };
}

function whatTime(zones: readonly Zone[], now: number): string {
  const [zone] = zones;
  if (zone === undefined || zones.length > 1) {
    return `The number may be in any of ${zones.length} time zones.`;
  }
  return `It is ${localTime(zone, now)} in ${zone.name}.`;
}

function howToWait(zones: readonly Zone[], next: number): string {
  const [zone] = zones;
  const when =
    zone === undefined || zones.length > 1
      ? `${new Date(next).toISOString().slice(0, 16).replace('T', ' ')} UTC`
      : `${localTime(zone, next)} in ${zone.name}`;
  return `Call from ${when} on, or change the calling hours.`;
}

/** Such as “03:12 on Sunday”. */
function localTime(zone: Zone, instant: number): string {
  const local = instant + zone.offsetAt(instant);
  const date = Math.floor(local / day);
  const weekday = callingDays[(((date + 3) % 7) + 7) % 7];
  return `${clock(Math.floor((local - date * day) / minute))} on ${weekday?.label ?? ''}`;
}
