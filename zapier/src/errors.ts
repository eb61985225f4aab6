import type { ZObject } from 'zapier-platform-core';
import { isCallError, type CallError, type Explanation } from '../../shared';

/** Wait before a run is repeated where Voiceflow does not say how long, in seconds. */
const defaultDelay = 60;

/** Faults in the data of one run: nothing to repair in the Zap, so the run stops and the Zap stays on. */
const dataFaults = new Set<CallError['code']>(['invalid-phone-number', 'invalid-variables', 'not-allowed']);

/** Nothing was placed, and the same step will go through a little later. */
const passing = new Set<CallError['code']>(['rate-limited', 'store-unavailable']);

/**
 * The error that makes Zapier do the right thing, with the core's facts as properties. Other errors pass as
 * they are: they are defects, and should look like it.
 */
export function toZapierError(
  z: ZObject,
  error: unknown,
  explain: (error: CallError) => Explanation,
): unknown {
  if (!isCallError(error)) return error;
  const { what, fix } = explain(error);
  const { code, outcome, field, reason } = error;
  const zapierError = errorFor(z, error, `${what} ${fix}`);
  // Zapier would append what happened before, including the phone number, to the message.
  return Object.assign(zapierError, { code, outcome, field, reason, doNotContextify: true });
}

function errorFor(z: ZObject, error: CallError, message: string): Error {
  // Halted, since Autoreplay runs an errored step again: the phone would ring a second time.
  if (error.outcome === 'unknown') return new z.errors.HaltedError(message);
  if (passing.has(error.code)) {
    const seconds =
      error.retryAfterMs === null ? defaultDelay : Math.max(1, Math.ceil(error.retryAfterMs / 1000));
    return new z.errors.ThrottledError(message, seconds);
  }
  if (error.code === 'unauthorized') return new z.errors.ExpiredAuthError(message);
  if (dataFaults.has(error.code)) return new z.errors.HaltedError(message);
  return new z.errors.Error(message, error.code, error.httpStatus ?? undefined);
}
