import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
  parseDelivery,
  summarise,
  type Caller,
  type CallOutcome,
  type OutboundCall,
  type RawCall,
} from '../../../../shared';
import { callerFor } from '../connection/caller';
import { isTool, repeatSettings } from '../repeats/ledger';
import { toBatchError, toErrorItem, toItem, toNodeError } from './errors';
import { readCall, readDelivery } from './read-call';

/** One item: its call, or the error that its input is. */
interface Item {
  readonly raw: RawCall;
  readonly call: OutboundCall | null;
  readonly error: unknown;
}

/** Places a call for each item. All items are checked before the first phone rings. */
export async function placeCalls(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
  // A model gets what its tool returns; of what the tool throws, some agents pass nothing on.
  const goOn = this.continueOnFail() || (isTool(this) && this.getNode().onError !== 'stopWorkflow');
  try {
    const caller = await callerFor(this);
    const items = await readItems(this, caller, goOn);
    const outcomes = await placeItems(this, caller, items, !goOn);
    if (outcomes.length > 1) hint(this, summarise(outcomes));
    if (!goOn && outcomes.some(isFailure)) throw toBatchError(this.getNode(), outcomes);
    return outcomes.map((outcome, itemIndex) => toItem(outcome, items[itemIndex]?.raw ?? {}, itemIndex));
  } catch (error) {
    if (!goOn) throw toNodeError(this.getNode(), error, 0);
    // Nothing was placed: the connection or a setting of the whole run is wrong, and every item says so.
    return this.getInputData().map((_, itemIndex) => toErrorItem(error, {}, itemIndex));
  }
}

/** Missing in older versions of n8n, which then show the items without a summary. */
function hint(context: Partial<Pick<IExecuteFunctions, 'addExecutionHints'>>, message: string): void {
  context.addExecutionHints?.({ message, location: 'outputPane' });
}

function isFailure(outcome: CallOutcome): boolean {
  return outcome !== null && 'error' in outcome;
}

/** @throws the first error, unless the run goes on with the other items */
async function readItems(context: IExecuteFunctions, caller: Caller, goOn: boolean): Promise<Item[]> {
  const items: Item[] = [];
  for (const itemIndex of context.getInputData().keys()) {
    let raw: RawCall = {};
    try {
      raw = readCall(context, itemIndex);
      items.push({ raw, call: await caller.prepare(raw), error: null });
    } catch (error) {
      if (!goOn) throw toNodeError(context.getNode(), error, itemIndex);
      items.push({ raw, call: null, error });
    }
  }
  return items;
}

async function placeItems(
  context: IExecuteFunctions,
  caller: Caller,
  items: readonly Item[],
  stopOnError: boolean,
): Promise<CallOutcome[]> {
  const delivery = parseDelivery(readDelivery(context));
  const calls = items.flatMap(({ call }) => (call === null ? [] : [call]));
  const placed = await caller.placeAll(calls, {
    ...delivery,
    ...repeatSettings(context, delivery),
    stopOnError,
    cancelled: context.getExecutionCancelSignal(),
  });
  const outcomes = placed.values();
  return items.map(({ call, error }) => (call === null ? { error } : (outcomes.next().value ?? null)));
}
