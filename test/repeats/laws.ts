import { isCallError, type CallOutcome } from '../../shared';
import type { Arrival, Played } from './play-schedule';
import type { Schedule } from './schedule';

type Report = 'accepted' | 'earlier' | 'repeat' | 'unknown' | 'not placed' | 'not started';

/** Everything that a schedule must not show; the server's records are the witness. Each entry is a broken promise. */
export function brokenLaws(schedule: Schedule, played: Played): string[] {
  const { keys, arrivals, passes } = played;
  const earlierIds = new Set<string>();
  const broken = schedule.sameBy === 'off' ? [] : rungTwice(arrivals);
  for (const [pass, { outcomes, lateStarts }] of passes.entries()) {
    const reports = outcomes.map((outcome) => report(outcome, earlierIds));
    const lies = [...new Set(keys)].flatMap((key) =>
      liesAbout(
        reports.filter((_, index) => keys[index] === key),
        // Without a memory, a pass knows nothing of those before it.
        arrivals.filter(
          (arrival) =>
            arrival.key === key && (schedule.sameBy === 'off' ? arrival.pass === pass : arrival.pass <= pass),
        ),
        pass,
      ).map((lie) => `${key}: ${lie}`),
    );
    const found = [
      ...lateStarts.map(() => 'a request started after the run was stopped'),
      ...lies,
      ...outOfOrder(outcomes, played),
      ...miscounted(pass, outcomes, reports, played),
    ];
    broken.push(...found.map((law) => `pass ${pass}: ${law}`));
    for (const outcome of outcomes) {
      if (outcome !== null && 'result' in outcome) earlierIds.add(outcome.result.id);
    }
  }
  return broken;
}

function rungTwice(arrivals: readonly Arrival[]): string[] {
  const rung = arrivals.filter(({ accepted }) => accepted).map(({ key }) => key);
  return rung.filter((key, index) => rung.indexOf(key) !== index).map((key) => `${key} was rung again`);
}

/** What the items of one call were told in one pass, beside what the server knows of it until then. */
function liesAbout(told: readonly Report[], arrivals: readonly Arrival[], pass: number): string[] {
  const count = (...reports: Report[]): number => told.filter((one) => reports.includes(one)).length;
  const rung = arrivals.filter(({ accepted }) => accepted);
  const rungNow = rung.filter((arrival) => arrival.pass === pass).length;
  const lies = {
    'accepted, but the server took no call': count('accepted') > rungNow,
    'rung, but told neither accepted nor unknown': rungNow > count('accepted', 'unknown'),
    'rung before, but told as if nobody had':
      rung.length > 0 && count('not placed', 'not started') === told.length,
    'an earlier call that never was': rung.length === 0 && count('earlier', 'repeat') > 0,
  };
  return Object.entries(lies).flatMap(([lie, isTold]) => (isTold ? [lie] : []));
}

function outOfOrder(outcomes: readonly CallOutcome[], { numbers }: Played): string[] {
  if (outcomes.length !== numbers.length) return ['an item is missing'];
  return outcomes.flatMap((outcome, index) =>
    outcome !== null && 'result' in outcome && outcome.result.to !== numbers[index]
      ? [`item ${index} has another item's result`]
      : [],
  );
}

/** `attempts` is the number of requests that the server got for an item. */
function miscounted(
  pass: number,
  outcomes: readonly CallOutcome[],
  reports: readonly Report[],
  { keys, arrivals }: Played,
): string[] {
  return outcomes.flatMap((outcome, index) => {
    const key = keys[index] ?? '';
    const alone = keys.indexOf(key) === keys.lastIndexOf(key);
    if (reports[index] !== 'accepted' || !alone || outcome === null || !('result' in outcome)) return [];
    const sent = arrivals.filter((arrival) => arrival.pass === pass && arrival.key === key).length;
    const { attempts } = outcome.result;
    return attempts === sent ? [] : [`item ${index}: ${attempts} attempts, ${sent} requests`];
  });
}

function report(outcome: CallOutcome, earlierIds: ReadonlySet<string>): Report {
  if (outcome === null) return 'not started';
  if ('result' in outcome) {
    const { status, id } = outcome.result;
    if (status === 'skipped') return 'repeat';
    return earlierIds.has(id) ? 'earlier' : 'accepted';
  }
  if (!isCallError(outcome.error)) throw outcome.error;
  return outcome.error.outcome === 'unknown' ? 'unknown' : 'not placed';
}
