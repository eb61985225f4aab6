import type { Host } from '../host';
import type { Country } from '../phone/countries';
import type { JsonObject, JsonValue } from '../variables/json-value';
import type { OutboundCall } from './prepare-call';

/** What a workflow gets for a call. Both products return exactly this; absent values are `null`. */
export interface CallResult {
  /** Ours: Voiceflow returns no id of a call. */
  readonly id: string;
  /** `accepted`: Voiceflow took the call, the phone is about to ring. `validated`: a dry run found no fault. */
  readonly status: 'accepted' | 'validated';
  /** E.164. */
  readonly to: string;
  readonly country: Country | null;
  readonly numberType: string | null;
  readonly numberValid: boolean;
  /** As sent; `null` when there were none. */
  readonly variables: JsonObject | null;
  /** When the accepted request left, ISO 8601 in UTC. */
  readonly requestedAt: string | null;
  readonly httpStatus: number | null;
  /** The answer, if it was JSON. */
  readonly response: JsonValue | null;
  /** How many requests were sent for this call. */
  readonly attempts: number;
}

/** What an accepted request adds to what was known before it. */
export type Acceptance = Pick<CallResult, 'requestedAt' | 'httpStatus' | 'response' | 'attempts'>;

const nothingSent: Acceptance = { requestedAt: null, httpStatus: null, response: null, attempts: 0 };

export function acceptedResult(call: OutboundCall, acceptance: Acceptance, host: Host): CallResult {
  return result('accepted', call, acceptance, host);
}

/** The answer of a dry run. */
export function validatedResult(call: OutboundCall, host: Host): CallResult {
  return result('validated', call, nothingSent, host);
}

function result(status: CallResult['status'], call: OutboundCall, facts: Acceptance, host: Host): CallResult {
  return {
    id: newId(host),
    status,
    to: call.to.e164,
    country: call.to.country,
    numberType: call.to.type,
    numberValid: call.to.valid,
    variables: Object.keys(call.variables).length === 0 ? null : call.variables,
    ...facts,
  };
}

function newId(host: Host): string {
  const digits = Array.from({ length: 20 }, () => Math.floor(host.random() * 36).toString(36));
  return `call_${digits.join('')}`;
}
