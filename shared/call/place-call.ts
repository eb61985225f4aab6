import { CallError } from '../call-error';
import type { Connection } from '../connection/connection';
import { dialectOrder, otherDialect, type Dialect } from '../endpoint/dialect';
import type { Host } from '../host';
import { startDeadline, type Deadline } from '../http/deadline';
import { redactKeys } from '../http/redact';
import { parseRetryAfter } from '../http/retry-after';
import { serverWords, tryJson } from '../http/server-words';
import type { OutcomeRow } from '../outcome/outcome-table';
import { maskDigits, maskNumber } from '../phone/mask';
import { toJsonValue, type JsonValue } from '../variables/json-value';
import { acceptedResult, validatedResult, type CallResult } from './call-result';
import type { OutboundCall } from './prepare-call';
import { outboundRequest, requestCall, type Attempt } from './request-call';

/** The version of the API that answered, by phone number id; kept for the rest of a batch. */
export type DialectMemory = Map<string, Dialect>;

/**
 * Places a checked call, once. Of two requests, the second is sent only where the first one's answer proves
 * that nothing was placed and that the version of the API may be why.
 * @throws CallError with `outcome` `unknown` if the phone may have rung
 */
export async function placeCall(
  call: OutboundCall,
  connection: Connection,
  host: Host,
  memory: DialectMemory,
): Promise<CallResult> {
  if (call.dryRun) return validatedResult(call, host);
  const deadline = startDeadline(call.timeoutMs, host.sleep);
  try {
    return await placeBefore(deadline, call, connection, host, memory);
  } finally {
    deadline.stop();
  }
}

async function placeBefore(
  deadline: Deadline,
  call: OutboundCall,
  connection: Connection,
  host: Host,
  memory: DialectMemory,
): Promise<CallResult> {
  const { phoneNumberId, dialect: fixed } = call.endpoint;
  const send = (dialect: Dialect): Promise<Attempt> =>
    requestCall(outboundRequest(call, connection, dialect), host, deadline);

  const firstDialect = fixed ?? memory.get(phoneNumberId) ?? dialectOrder[0] ?? 'v1alpha1';
  const first = await send(firstDialect);
  if (fixed !== null || first.failure?.tryOtherDialect !== true || deadline.signal.aborted) {
    return settle(call, first, 1, connection, host);
  }
  const second = await send(otherDialect(firstDialect));
  // A second answer of the same kind means that the version was not the cause: the first one tells more.
  if (second.failure?.tryOtherDialect === true || second.failure?.code === 'unreachable') {
    return settle(call, first, 2, connection, host);
  }
  memory.set(phoneNumberId, otherDialect(firstDialect));
  return settle(call, second, 2, connection, host);
}

/** Turns an attempt into the result, or throws the error that it stands for. */
function settle(
  call: OutboundCall,
  attempt: Attempt,
  attempts: number,
  connection: Connection,
  host: Host,
): CallResult {
  const text = redactKeys(attempt.text, connection.apiKey);
  if (attempt.failure !== null) throw toError(attempt.failure, attempt, text, call, host);
  const { requestedAt, httpStatus } = attempt;
  const response = attempt.complete ? toResponse(text) : null;
  return acceptedResult(call, { requestedAt, httpStatus, response, attempts }, host);
}

/** JSON from outside; whatever it is, the call was accepted. */
function toResponse(text: string): JsonValue {
  try {
    return toJsonValue(tryJson(text) ?? null, 'response');
  } catch {
    return null;
  }
}

function toError(
  failure: OutcomeRow,
  attempt: Attempt,
  text: string,
  call: OutboundCall,
  host: Host,
): CallError {
  const words = serverWords(text, attempt.contentType);
  return new CallError(attempt.why === null ? failure.happened : `${failure.happened}: ${attempt.why}.`, {
    code: failure.code,
    outcome: failure.outcome,
    howToFix: failure.howToFix,
    httpStatus: attempt.httpStatus ?? undefined,
    retryAfterMs: parseRetryAfter(attempt.retryAfter, host.now()),
    detail: words === null ? undefined : maskCallee(words, call),
  });
}

/** A server may repeat the number that it was asked to call; errors end up in logs. */
function maskCallee(words: string, call: OutboundCall): string {
  return words
    .replaceAll(call.to.e164, maskNumber(call.to.e164))
    .replaceAll(call.to.nationalNumber, maskDigits(call.to.nationalNumber));
}
