import { isCallError } from '../call-error';
import type { CallResult } from '../call/call-result';

/** What came of one call of a batch; `null`: it was never started, since another one ended the batch. */
export type CallOutcome = { readonly result: CallResult } | { readonly error: unknown } | null;

export interface BatchOptions {
  readonly concurrency: number;
  /** Whether the first error ends the batch: nothing more starts, what is in flight is awaited. */
  readonly stopOnError: boolean;
  /** Aborted here on such an error; whoever waits for a turn listens to it. */
  readonly stop: AbortController;
  /** Aborts when the user stops the run. */
  readonly cancelled: AbortSignal;
}

/**
 * Places calls side by side.
 * @param place places one; throws a CallError
 * @returns what came of them, in their order, whatever the order of the answers
 */
export async function placeAll<T>(
  calls: readonly T[],
  place: (call: T) => Promise<CallResult>,
  { concurrency, stopOnError, stop, cancelled }: BatchOptions,
): Promise<CallOutcome[]> {
  const outcomes: CallOutcome[] = calls.map(() => null);
  const queue = calls.entries();

  async function work(): Promise<void> {
    for (const [index, call] of queue) {
      if (stop.signal.aborted || cancelled.aborted) return;
      try {
        outcomes[index] = { result: await place(call) };
      } catch (error) {
        outcomes[index] = toOutcome(error, stop.signal.aborted);
        if (stopOnError) stop.abort();
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, calls.length) }, work));
  return outcomes;
}

/** Who still waited for a line when another call ended the batch was never started. */
function toOutcome(error: unknown, ended: boolean): CallOutcome {
  return ended && isCallError(error) && error.code === 'cancelled' ? null : { error };
}
