import { CallError } from '../call-error';
import type { Pace } from '../batch/pace';
import { outcomeOfStatus } from '../outcome/outcome-table';
import type { Acceptance } from './call-result';
import type { Tried } from './try-call';

export interface PlaceOptions {
  readonly pace: Pace;
  /** How long a call may wait for a free line, in milliseconds. */
  readonly waitForFreeLineMs: number;
  /** Aborts when the user stops the run. */
  readonly cancelled: AbortSignal;
  /** A last look before each request, such as at the clock of the person to be called. */
  readonly beforeRequest?: () => void;
}

/**
 * Places a call as soon as a line is free: tries it, and tries again only where the answer proves that
 * nothing was placed because every line was busy.
 * @param tryOnce one try, see `tryCall`
 * @throws CallError with `outcome` `unknown` if the phone may have rung
 */
export async function placeCall(tryOnce: () => Promise<Tried>, options: PlaceOptions): Promise<Acceptance> {
  const { pace, waitForFreeLineMs, cancelled, beforeRequest } = options;
  for (let attempts = 0; ;) {
    const departure = await pace.turn(waitForFreeLineMs);
    if (cancelled.aborted) throw cancelledError();
    if (pace.stuckBeyond(waitForFreeLineMs)) throw noFreeLine();
    const tried = await attempt(tryOnce, beforeRequest, () => pace.other(departure));
    attempts += tried.requests;
    if ('acceptance' in tried) {
      pace.accepted(departure);
      return { ...tried.acceptance, attempts };
    }
    if (tried.retry !== 'when-a-line-is-free') {
      pace.other(departure);
      throw tried.error;
    }
    pace.busy(departure, tried.error.retryAfterMs);
    if (pace.stuckBeyond(waitForFreeLineMs)) throw tried.error;
  }
}

/** Whoever waits for the answer of this request must go on even if the last look stops it. */
async function attempt(
  tryOnce: () => Promise<Tried>,
  beforeRequest: (() => void) | undefined,
  release: () => void,
): Promise<Tried> {
  try {
    beforeRequest?.();
    return await tryOnce();
  } catch (error) {
    release();
    throw error;
  }
}

/** The error of a call for which another one has found out that no line becomes free in time. */
function noFreeLine(): CallError {
  const { outcome, code, happened, howToFix } = outcomeOfStatus(429);
  return new CallError(happened, { outcome, code, howToFix });
}

/** The error of a call that was never started. */
export function cancelledError(): CallError {
  return new CallError('The run was stopped before this call.', {
    code: 'cancelled',
    outcome: 'not-placed',
    howToFix: 'Run the workflow again for the people who were not called.',
  });
}
