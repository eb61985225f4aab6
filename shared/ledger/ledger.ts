import type { CallError } from '../call-error';
import type { CallResult } from '../call/call-result';

/** What is known of an earlier call with the same key. */
export type Claim =
  /** Nothing; the intent of this call is written. */
  | { readonly state: 'new' }
  /** It was accepted. `result` is there if it happened in the same run. */
  | { readonly state: 'accepted'; readonly at: string; readonly result: CallResult | null }
  /** An intent without an outcome: the phone may have rung. `at` is when, `error` what was seen, if known. */
  | { readonly state: 'unknown'; readonly at: string | null; readonly error: CallError | null };

/**
 * What survives a retry. An intent is written before the request leaves; it becomes "accepted", or is cleared
 * by an outcome that placed nothing. Times are ISO 8601. Every method rejects if the store fails.
 */
export interface Ledger {
  /** Writes the intent, unless something is known of the key already. */
  claim(key: string): Promise<Claim>;
  /** What this run itself remembers of the key, without asking a store; `null`: nothing. */
  recall?(key: string): Exclude<Claim, { state: 'new' }> | null;
  accept(key: string, result: CallResult): Promise<void>;
  /** Leaves the intent as it is: the outcome is unknown, and this is what was seen of it. */
  unknown(key: string, error: CallError): Promise<void>;
  /** Takes the intent back: certainly nothing was placed. */
  clear(key: string): Promise<void>;
}
