import { defineCreate, type CreatePerform, type InferInputData } from 'zapier-platform-core';
import { explainCall, type CallResult } from '../../../shared';
import { callerFor } from '../connection';
import { toZapierError } from '../errors';
import { zapierLedger } from '../ledger';
import { readCall } from '../raw-call';
import { inputFieldGroups, inputFields } from './input-fields';
import { outputFields, sample } from './output';

const perform = (async (z, bundle) => {
  try {
    const caller = callerFor(z, bundle);
    const ledger = zapierLedger(z, bundle.inputData);
    const call = await caller.prepare(readCall(bundle.inputData));
    return await caller.place(call, { ledger });
  } catch (error) {
    throw toZapierError(z, error, explainCall);
  }
}) satisfies CreatePerform<InferInputData<typeof inputFields>, CallResult>;

export const placeOutboundCall = defineCreate({
  key: 'place_outbound_call',
  noun: 'Call',
  display: {
    label: 'Place Outbound Call',
    description: 'Places an outbound phone call in which a Voiceflow agent talks to the person.',
  },
  operation: { inputFieldGroups, inputFields, perform, sample, outputFields },
});
