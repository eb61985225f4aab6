import { CallError } from '../call-error';
import type { PolicyField } from './policy-fields';

/** Why the policy allows no call. */
export type PolicySkipReason = 'country' | 'costly-number' | 'calling-hours' | 'no-consent' | 'do-not-call';

export interface Refusal {
  readonly allowed: false;
  readonly skipReason: PolicySkipReason;
  /** The setting that forbids the call. */
  readonly field: PolicyField;
  /** For people; never holds the whole number. */
  readonly message: string;
  readonly howToFix: string;
  /** ISO 8601 in UTC: when only the time is in the way, and it is known when that ends. */
  readonly nextAllowedAt: string | null;
}

export type Verdict = { readonly allowed: true } | Refusal;

/** The error of a refusal, for those who would rather stop than skip. */
export class NotAllowedError extends CallError {
  constructor(readonly refusal: Refusal) {
    super(refusal.message, {
      code: 'not-allowed',
      outcome: 'not-placed',
      field: refusal.field,
      reason: refusal.skipReason,
      howToFix: refusal.howToFix,
    });
  }
}
