import { isCallError } from '../call-error';
import type { CallOutcome } from './place-all';

/** What can become of a call, in the order in which people want to hear it. */
const verdicts = ['accepted', 'validated', 'skipped', 'unknown', 'not placed', 'not started'] as const;
export type Verdict = (typeof verdicts)[number];

export function verdictOf(outcome: CallOutcome): Verdict {
  if (outcome === null) return 'not started';
  if ('result' in outcome) return outcome.result.status;
  // A defect tells nothing about the phone.
  return isCallError(outcome.error) && outcome.error.outcome === 'not-placed' ? 'not placed' : 'unknown';
}

/** Whether a phone rang, or may have, for any call but the one at `index`. */
export function wereOthersCalled(outcomes: readonly CallOutcome[], index: number): boolean {
  return outcomes.some(
    (outcome, other) => other !== index && ['accepted', 'unknown'].includes(verdictOf(outcome)),
  );
}

/** A batch in half a line: “97 accepted, 2 skipped, 1 unknown”. */
export function summarise(outcomes: readonly CallOutcome[]): string {
  return indicesByVerdict(outcomes)
    .map(([verdict, indices]) => `${indices.length} ${verdict}`)
    .join(', ');
}

/** The same with the items by their numbers, counted from 0 as n8n does: “accepted: items 0-18; …”. */
export function listItems(outcomes: readonly CallOutcome[]): string {
  return indicesByVerdict(outcomes)
    .map(([verdict, indices]) => `${verdict}: ${indices.length === 1 ? 'item' : 'items'} ${ranges(indices)}`)
    .join('; ');
}

function indicesByVerdict(outcomes: readonly CallOutcome[]): Array<[Verdict, number[]]> {
  return verdicts
    .map((verdict): [Verdict, number[]] => [
      verdict,
      [...outcomes.keys()].filter((index) => verdictOf(outcomes[index] ?? null) === verdict),
    ])
    .filter(([, indices]) => indices.length > 0);
}

/** Neighbours as ranges: `0-18, 20`. */
function ranges(indices: readonly number[]): string {
  const runs: Array<[first: number, last: number]> = [];
  for (const index of indices) {
    const run = runs.at(-1);
    if (run?.[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(', ');
}
