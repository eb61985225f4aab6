/**
 * How many verdicts a second one core gives:
 *
 *   npx tsx test/bench/policy.bench.ts
 *
 * Every decision has an allow list, the guard against costly numbers, calling hours in the callee's own zone,
 * consent and a do-not-call list of 50,000; the naive version makes a formatter for every zone it looks at.
 */
import { parsePhoneNumber, type PhoneNumber } from '../../shared/phone/phone-number';
import { decide } from '../../shared/policy/decide';
import { readDoNotCall } from '../../shared/policy/do-not-call';
import { parsePolicy } from '../../shared/policy/policy';
import { zonesOfNumber } from '../../shared/policy/time-zones';
import { countries } from '../../shared/phone/countries';

const numbers: readonly PhoneNumber[] = [
  ['+1212555', 4], // one zone
  ['+1219555', 4], // two
  ['+4532', 6],
  ['+447400', 6],
  ['+3461234', 4], // a mobile of a country with two
  ['+614123', 5], // with seven
].flatMap(([prefix, digits]) =>
  Array.from({ length: 100 }, (_, index) =>
    parsePhoneNumber(`${prefix}${String(1000 + index).padStart(Number(digits), '3')}`),
  ),
);
const start = Date.parse('2026-11-23T00:00Z');
const listed = Array.from({ length: 50_000 }, (_, index) => `+45${40_000_000 + index}`);

const listTime = secondsFor(() => readDoNotCall(listed.join('\n'), null));
const policy = parsePolicy(
  {
    allowedCountries: countries.map(({ code }) => code),
    callingHoursStart: '09:00',
    callingHoursEnd: '20:00',
    callingDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
    consent: 'yes',
    doNotCall: listed,
  },
  null,
);

/** At a time that moves on by a second each, as a long batch does; a minute each passes every hour of the week. */
function decideAll(count: number, step: number): number {
  let allowed = 0;
  for (let index = 0; index < count; index += 1) {
    const to = numbers[index % numbers.length];
    if (to !== undefined && decide(policy, to, start + index * step).allowed) allowed += 1;
  }
  return allowed;
}

/** Only the question whether it is open now: a formatter for each zone of each decision. */
function decideNaively(count: number, step: number): number {
  let allowed = 0;
  for (let index = 0; index < count; index += 1) {
    const to = numbers[index % numbers.length];
    if (to === undefined) continue;
    const open = zonesOfNumber(to).every(({ name }) => {
      const formatter = new Intl.DateTimeFormat('en-US', {
        timeZone: name,
        hourCycle: 'h23',
        weekday: 'short',
        hour: '2-digit',
      });
      const [weekday = '', hour = ''] = formatter.format(start + index * step).split(/,? /);
      return !weekday.startsWith('S') && Number(hour) >= 9 && Number(hour) < 20;
    });
    if (open) allowed += 1;
  }
  return allowed;
}

function secondsFor(work: () => unknown): number {
  const before = performance.now();
  work();
  return (performance.now() - before) / 1000;
}

const show = (value: number): string => Math.round(value).toLocaleString('en-US');

decideAll(50_000, 1000);
const batch = 1_000_000 / secondsFor(() => decideAll(1_000_000, 1000));
const weeks = 1_000_000 / secondsFor(() => decideAll(1_000_000, 60_000));
const naive = 5_000 / secondsFor(() => decideNaively(5_000, 1000));
console.log(`${show(batch)} decisions a second, a second between two calls`);
console.log(`${show(weeks)} decisions a second, a minute between two calls`);
console.log(`${show(naive)} decisions a second with a formatter each: ${show(batch / naive)} times slower`);
console.log(`${listTime.toFixed(2)} s to read a do-not-call list of ${show(listed.length)}`);
