import type { KeyLocks } from '../batch/key-locks';
import type { Pace } from '../batch/pace';
import type { CallOutcome } from '../batch/place-all';
import type { Connection } from '../connection/connection';
import type { Host } from '../host';
import { callKey, type KeyKind } from '../ledger/call-key';
import type { Ledger } from '../ledger/ledger';
import { earlierUnknown, placeOnce } from '../ledger/place-once';
import { decide } from '../policy/decide';
import { NotAllowedError, type Verdict } from '../policy/verdict';
import {
  acceptedResult,
  forbiddenResult,
  repeatResult,
  validatedResult,
  type CallResult,
} from './call-result';
import { cancelledError, placeCall } from './place-call';
import type { OutboundCall } from './prepare-call';
import { tryCall, type DialectMemory } from './try-call';

/** What all calls of a run share. */
export interface Run {
  readonly connection: Connection;
  readonly host: Host;
  readonly dialects: DialectMemory;
  readonly pace: Pace;
  readonly waitForFreeLineMs: number;
  /** `null`: repeats are not skipped. */
  readonly ledger: Ledger | null;
  readonly keyKind: KeyKind;
  readonly locks: KeyLocks;
  /** Called when nothing more may start: those that wait for a call with the same key leave. */
  readonly waiting: Set<() => void>;
  /** When the calls of this pass were placed, by key: a second one is a repeat, not a retry. */
  readonly placed: Map<string, string>;
}

/**
 * Takes a checked call all the way: policy, ledger, request.
 * @param cancelled aborts when nothing more may start
 * @throws CallError
 */
export async function placeOne(call: OutboundCall, run: Run, cancelled: AbortSignal): Promise<CallResult> {
  const { host } = run;
  const look = (): Verdict => decide(call.policy, call.to, host.now());
  const checkPolicy = (): void => {
    const verdict = look();
    if (!verdict.allowed) throw new NotAllowedError(verdict);
  };
  try {
    const verdict = look();
    // Of what is refused for its time only, an earlier try may have been in time: then that is the answer, and not
    // an hour at which the person would be called again.
    const mayBeLate = !verdict.allowed && verdict.skipReason === 'calling-hours' && !call.dryRun;
    if (!mayBeLate) checkPolicy();
    if (call.dryRun) return validatedResult(call, host);
    return await placeUnlessRepeated(call, run, cancelled, async () => {
      checkPolicy();
      return await request(call, run, cancelled, checkPolicy);
    });
  } catch (error) {
    if (error instanceof NotAllowedError && call.policy.whenNotAllowed === 'skip') {
      return forbiddenResult(call, error.refusal, host);
    }
    throw error;
  }
}

async function placeUnlessRepeated(
  call: OutboundCall,
  run: Run,
  cancelled: AbortSignal,
  place: () => Promise<CallResult>,
): Promise<CallResult> {
  const { ledger, connection, host, keyKind, placed } = run;
  if (ledger === null) return await place();
  const key = callKey(call, connection, keyKind, host.hash);
  return await runUnlessCancelled(run, key, cancelled, async () => {
    const at = placed.get(key);
    if (at !== undefined) return repeatResult(call, at, host);
    const result = await placeOnce(call, key, ledger, place, host);
    if (result.status === 'accepted') placed.set(key, result.requestedAt ?? '');
    return result;
  });
}

/** Waits for the lock, but no longer than the run goes on; work that has begun is awaited. */
async function runUnlessCancelled<T>(
  { locks, waiting }: Run,
  key: string,
  cancelled: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  let leave = (): void => undefined;
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(cancelledError());
  });
  waiting.add(leave);
  const done = locks.run(key, async () => {
    waiting.delete(leave);
    if (cancelled.aborted) throw cancelledError();
    return await work();
  });
  return await Promise.race([done, left]);
}

/** What an earlier pass of the same run already knows of a call that this pass did not start. */
export function recallOne(call: OutboundCall, run: Run): CallOutcome {
  const { ledger, connection, keyKind, host, placed } = run;
  if (ledger?.recall === undefined || call.dryRun) return null;
  const key = callKey(call, connection, keyKind, host.hash);
  const at = placed.get(key);
  if (at !== undefined) return { result: repeatResult(call, at, host) };
  const known = ledger.recall(key);
  if (known?.state === 'unknown') return { error: known.error ?? earlierUnknown(known.at) };
  if (known?.state !== 'accepted') return null;
  placed.set(key, known.at);
  return { result: known.result ?? repeatResult(call, known.at, host) };
}

async function request(
  call: OutboundCall,
  run: Run,
  cancelled: AbortSignal,
  checkPolicy: () => void,
): Promise<CallResult> {
  const { connection, host, dialects, pace, waitForFreeLineMs } = run;
  const acceptance = await placeCall(() => tryCall(call, connection, host, dialects, cancelled), {
    pace,
    waitForFreeLineMs,
    cancelled,
    // The clock of the person called may have moved on while the call waited for a line.
    beforeRequest: checkPolicy,
  });
  return acceptedResult(call, acceptance, host);
}
