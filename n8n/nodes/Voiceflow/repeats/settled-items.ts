import type { IExecuteFunctions } from 'n8n-workflow';
import { isCallError, type CallOutcome, type Delivery } from '../../../../shared';
import { isTool } from './ledger';
import { settledOf, type SettledItems } from './run-memories';

/**
 * What earlier tries of this very pass have settled. *Retry On Fail* runs the node again with the same execution,
 * run index and items, but evaluates every expression anew: a variable that holds the time would make another
 * call of each, a rule may forbid by now what was placed before. So an item is known by its place.
 * Empty for a tool, which an agent runs with one item for ever new people.
 */
export function settledItems(context: IExecuteFunctions, { skipRepeats }: Delivery): SettledItems {
  const runIndex: unknown = context.getWorkflowDataProxy(0)['$runIndex'];
  if (skipRepeats === 'off' || isTool(context) || typeof runIndex !== 'number') return new Map();
  return settledOf(context.getExecutionId(), context.getNode().id, runIndex, Date.now());
}

/** Remembers what can no longer change: accepted, or unknown for good. */
export function settle(settled: SettledItems, outcomes: readonly CallOutcome[]): void {
  for (const [itemIndex, outcome] of outcomes.entries()) {
    if (isFinal(outcome)) settled.set(itemIndex, outcome);
  }
}

function isFinal(outcome: CallOutcome): boolean {
  if (outcome === null) return false;
  if ('error' in outcome) return isCallError(outcome.error) && outcome.error.outcome === 'unknown';
  return outcome.result.status === 'accepted' || outcome.result.skipReason === 'repeat';
}
