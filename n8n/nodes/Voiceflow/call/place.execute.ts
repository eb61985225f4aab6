import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { CallResult, OutboundCall, RawCall } from '../../../../shared';
import { callerFor } from '../connection/caller';
import { toErrorItem, toNodeError } from './errors';
import { readCall } from './read-call';

/** Places a call for each item. All items are checked before the first phone rings. */
export async function placeCalls(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const caller = await callerFor(this).catch((error: unknown) => {
    throw toNodeError(this.getNode(), error, 0);
  });
  const output: INodeExecutionData[] = [];
  const calls: Array<{ call: OutboundCall; raw: RawCall; itemIndex: number }> = [];
  const fail = (error: unknown, raw: RawCall, itemIndex: number): void => {
    if (!this.continueOnFail()) throw toNodeError(this.getNode(), error, itemIndex);
    output[itemIndex] = toErrorItem(error, raw, itemIndex);
  };

  for (const itemIndex of this.getInputData().keys()) {
    let raw: RawCall = {};
    try {
      raw = readCall(this, itemIndex);
      calls.push({ call: await caller.prepare(raw), raw, itemIndex });
    } catch (error) {
      fail(error, raw, itemIndex);
    }
  }
  for (const { call, raw, itemIndex } of calls) {
    try {
      output[itemIndex] = { json: toJson(await caller.place(call)), pairedItem: { item: itemIndex } };
    } catch (error) {
      fail(error, raw, itemIndex);
    }
  }
  return output;
}

/** A copy, since n8n lets later nodes change what they get. */
function toJson(result: CallResult): IDataObject {
  return JSON.parse(JSON.stringify(result)) as IDataObject;
}
