import type { Host } from '../host';
import type { Country } from '../phone/countries';
import type { JsonObject, JsonValue } from '../variables/json-value';
import type { PolicySkipReason, Refusal } from '../policy/verdict';
import type { OutboundCall } from './prepare-call';

export type SkipReason = PolicySkipReason | 'repeat';

/** What a workflow gets for a call. Both products return exactly this; absent values are `null`. */
export interface CallResult {
  /** Ours: Voiceflow returns no id of a call. */
  readonly id: string;
  /**
   * `accepted`: Voiceflow took the call, the phone is about to ring. `skipped`: nobody was called, on purpose.
   * `validated`: a dry run found no fault.
   */
  readonly status: 'accepted' | 'skipped' | 'validated';
  /** E.164. */
  readonly to: string;
  readonly country: Country | null;
  readonly numberType: string | null;
  readonly numberValid: boolean;
  /** As sent; `null` when there were none. */
  readonly variables: JsonObject | null;
  readonly skipReason: SkipReason | null;
  /** When a call that was skipped for its time would be allowed, ISO 8601 in UTC. */
  readonly nextAllowedAt: string | null;
  /** When the accepted request left, ISO 8601 in UTC; of a repeat, when the first one did. */
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
  return result(call, { status: 'accepted', ...acceptance }, host);
}

/** The answer of a dry run. */
export function validatedResult(call: OutboundCall, host: Host): CallResult {
  return result(call, { status: 'validated' }, host);
}

/** A call that was placed before, and is not placed again. @param at when the first one was placed */
export function repeatResult(call: OutboundCall, at: string, host: Host): CallResult {
  return result(call, { status: 'skipped', skipReason: 'repeat', requestedAt: at }, host);
}

/** A call that the policy forbids. */
export function forbiddenResult(call: OutboundCall, refusal: Refusal, host: Host): CallResult {
  const { skipReason, nextAllowedAt } = refusal;
  return result(call, { status: 'skipped', skipReason, nextAllowedAt }, host);
}

function result(
  call: OutboundCall,
  { status, ...facts }: Pick<CallResult, 'status'> & Partial<CallResult>,
  host: Host,
): CallResult {
  return {
    id: newId(host),
    status,
    to: call.to.e164,
    country: call.to.country,
    numberType: call.to.type,
    numberValid: call.to.valid,
    variables: Object.keys(call.variables).length === 0 ? null : call.variables,
    skipReason: null,
    nextAllowedAt: null,
    ...nothingSent,
    ...facts,
  };
}

function newId(host: Host): string {
  const digits = Array.from({ length: 20 }, () => Math.floor(host.random() * 36).toString(36));
  return `call_${digits.join('')}`;
}
