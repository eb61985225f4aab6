import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
  parseDelivery,
  summarise,
  type Caller,
  type CallOutcome,
  type Delivery,
  type OutboundCall,
} from '../../../../shared';
import { callerFor } from '../connection/caller';
import { isTool, repeatSettings } from '../repeats/ledger';
import { settle, settledItems } from '../repeats/settled-items';
import { toBatchError, toItem } from './errors';
import { readCall, readDelivery, readTo } from './read-call';

/** Places a call for each item. All items are checked before the first phone rings. */
export async function placeCalls(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
  // A model gets what its tool returns; of what the tool throws, some agents pass nothing on.
  const goOn = this.continueOnFail() || (isTool(this) && this.getNode().onError !== 'stopWorkflow');
  const outcomes: CallOutcome[] = this.getInputData().map(() => null);
  try {
    const delivery = parseDelivery(readDelivery(this));
    const settled = settledItems(this, delivery);
    for (const [itemIndex, outcome] of settled) outcomes[itemIndex] = outcome;
    await placeOpenItems(this, delivery, outcomes, goOn);
    settle(settled, outcomes);
  } catch (error) {
    // The connection or a setting of the whole run is wrong: whoever was not settled before was not called.
    for (const itemIndex of openItems(outcomes)) outcomes[itemIndex] = { error };
  }
  if (outcomes.length > 1) hint(this, summarise(outcomes));
  if (!goOn && outcomes.some(isFailure)) throw toBatchError(this.getNode(), outcomes);
  return outcomes.map((outcome, itemIndex) => toItem(outcome, readTo(this, itemIndex), itemIndex));
}

/** Missing in older versions of n8n, which then show the items without a summary. */
function hint(context: Partial<Pick<IExecuteFunctions, 'addExecutionHints'>>, message: string): void {
  context.addExecutionHints?.({ message, location: 'outputPane' });
}

function isFailure(outcome: CallOutcome): boolean {
  return outcome !== null && 'error' in outcome;
}

function openItems(outcomes: readonly CallOutcome[]): number[] {
  return [...outcomes.keys()].filter((itemIndex) => outcomes[itemIndex] === null);
}

/** Fills in the outcomes that are still open. Where one error ends the run, the rest stays open. */
async function placeOpenItems(
  context: IExecuteFunctions,
  delivery: Delivery,
  outcomes: CallOutcome[],
  goOn: boolean,
): Promise<void> {
  const repeats = repeatSettings(context, delivery);
  const caller = await callerFor(context);
  const calls = new Map<number, OutboundCall>();
  for (const itemIndex of openItems(outcomes)) {
    if (!goOn && outcomes.some(isFailure)) return;
    const call = await readItem(context, caller, itemIndex);
    if ('error' in call) outcomes[itemIndex] = call;
    else calls.set(itemIndex, call);
  }
  if (!goOn && outcomes.some(isFailure)) return;
  const placed = await caller.placeAll([...calls.values()], {
    ...delivery,
    ...repeats,
    stopOnError: !goOn,
    cancelled: context.getExecutionCancelSignal(),
  });
  for (const [position, itemIndex] of [...calls.keys()].entries()) {
    outcomes[itemIndex] = placed[position] ?? null;
  }
}

async function readItem(
  context: IExecuteFunctions,
  caller: Caller,
  itemIndex: number,
): Promise<OutboundCall | { error: unknown }> {
  try {
    return await caller.prepare(readCall(context, itemIndex));
  } catch (error) {
    return { error };
  }
}
