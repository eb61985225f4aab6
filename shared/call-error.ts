/** Every way in which a call can fail. The list is closed, so that a workflow can branch on it. */
export const errorCodes = [
  'invalid-phone-number',
  'invalid-variables',
  'invalid-endpoint',
  'invalid-setting',
  'unexpected-response',
  'rejected',
  'unauthorized',
  'forbidden',
  'plan-limit',
  'not-found',
  'rate-limited',
  'unreachable',
  'outcome-unknown',
  'not-allowed',
  'store-unavailable',
  'cancelled',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** `unknown`: a phone may have rung. There is no third value: an accepted call is never an error. */
export type FailedOutcome = 'not-placed' | 'unknown';

export interface CallErrorFacts {
  code: ErrorCode;
  outcome: FailedOutcome;
  /** Name of the input (`to`, `outboundApi`, ...) that has to change, if one has. */
  field?: string | undefined;
  /** Closed set of words per code, such as `no-country`; for branching, not for reading. */
  reason?: string | undefined;
  howToFix: string;
  httpStatus?: number | undefined;
  /** How long the server asked us to wait, in milliseconds. */
  retryAfterMs?: number | undefined;
  /** The server's own words, cut and without secrets. */
  detail?: string | undefined;
}

/**
 * The one error that the core throws on purpose. `message` says what happened and whether a phone may have
 * rung; `howToFix` says what to do. Neither holds a key or a whole phone number, so both may be logged.
 */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: ErrorCode;
  readonly outcome: FailedOutcome;
  readonly field: string | null;
  readonly reason: string | null;
  readonly howToFix: string;
  readonly httpStatus: number | null;
  readonly retryAfterMs: number | null;
  readonly detail: string | null;

  constructor(message: string, facts: CallErrorFacts) {
    super(message);
    this.code = facts.code;
    this.outcome = facts.outcome;
    this.field = facts.field ?? null;
    this.reason = facts.reason ?? null;
    this.howToFix = facts.howToFix;
    this.httpStatus = facts.httpStatus ?? null;
    this.retryAfterMs = facts.retryAfterMs ?? null;
    this.detail = facts.detail ?? null;
  }
}

/**
 * Whether `error` is a {@link CallError}, also one made by another copy of this file: each bundle carries its
 * own class, so `instanceof` fails between them.
 */
export function isCallError(error: unknown): error is CallError {
  return (
    error instanceof Error &&
    error.name === 'CallError' &&
    'code' in error &&
    errorCodes.some((code) => code === error.code)
  );
}

/** An error in two parts, as both products show it: what happened and whether a phone may have rung; what to do. */
export interface Explanation {
  readonly what: string;
  readonly fix: string;
}

/**
 * Words a failed call for the person who reads it.
 * @param othersCalled whether others of the same run were called: whoever runs all again rings them twice
 */
export function explainCall(error: CallError, othersCalled = false): Explanation {
  const { what, fix } = explainQuestion(error);
  if (error.outcome === 'unknown') return { what, fix };
  const placed = othersCalled
    ? 'This call was not placed, but others of this run were.'
    : 'No call was placed.';
  return { what: `${what} ${placed}`, fix };
}

/** Words a failed question that places no call anyway, such as the test of a connection. */
export function explainQuestion(error: CallError): Explanation {
  const status = error.httpStatus === null ? '' : ` (HTTP ${error.httpStatus})`;
  // The full stop of ours ends the sentence; that of the quoted words would be a second one.
  const words = error.detail?.replace(/(?<!\.)\.$/, '');
  const quote = words === undefined ? '' : `Voiceflow’s answer${status}: “${words}”. `;
  return { what: error.message, fix: quote + error.howToFix };
}
