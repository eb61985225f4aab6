import { CallError } from '../call-error';
import type { Connection } from '../connection/connection';
import { dialectOrder, otherDialect, type Dialect } from '../endpoint/dialect';
import { pause, type Host } from '../host';
import { backOff } from '../http/back-off';
import { startDeadline, type Deadline } from '../http/deadline';
import { redactKeys } from '../http/redact';
import { parseRetryAfter } from '../http/retry-after';
import { serverWords, tryJson } from '../http/server-words';
import type { OutcomeRow } from '../outcome/outcome-table';
import { maskNumbers } from '../phone/mask';
import { mapStrings, toJsonValue, type JsonValue } from '../variables/json-value';
import type { Acceptance } from './call-result';
import type { OutboundCall } from './prepare-call';
import { outboundRequest, requestCall, type Attempt } from './request-call';

/** The version of the API that answered, by phone number id; kept for the rest of a batch. */
export type DialectMemory = Map<string, Dialect>;

/** What came of one try: an acceptance or the error that it stands for, and how many requests left. */
export type Tried =
  | { readonly acceptance: Omit<Acceptance, 'attempts'>; readonly requests: number }
  | { readonly error: CallError; readonly retry: OutcomeRow['retry']; readonly requests: number };

const unreachableRetries = 2;
const unreachableBackOff = { baseMs: 250, maxMs: 2_000 };

/**
 * Tries a checked call, under one deadline for everything. Of two requests, the second is sent only where the
 * first one's answer proves that nothing was placed and that the version of the API may be why.
 */
export async function tryCall(
  call: OutboundCall,
  connection: Connection,
  host: Host,
  memory: DialectMemory,
  cancelled: AbortSignal,
): Promise<Tried> {
  const deadline = startDeadline(call.timeoutMs, host.sleep);
  try {
    const { attempt, requests } = await tryBefore(deadline, call, connection, host, memory, cancelled);
    return settle(attempt, requests, connection, host);
  } finally {
    deadline.stop();
  }
}

async function tryBefore(
  deadline: Deadline,
  call: OutboundCall,
  connection: Connection,
  host: Host,
  memory: DialectMemory,
  cancelled: AbortSignal,
): Promise<{ attempt: Attempt; requests: number }> {
  const { phoneNumberId, dialect: fixed } = call.endpoint;
  const firstDialect = fixed ?? memory.get(phoneNumberId) ?? dialectOrder[0];
  const send = (dialect: Dialect): Promise<Attempt> =>
    reach(
      () => requestCall(outboundRequest(call, connection, dialect), host, deadline),
      AbortSignal.any([deadline.signal, cancelled]),
      host,
    );

  const first = await send(firstDialect);
  if (
    fixed !== null ||
    first.failure?.tryOtherDialect !== true ||
    deadline.signal.aborted ||
    cancelled.aborted
  ) {
    return { attempt: first, requests: 1 };
  }
  const second = await send(otherDialect(firstDialect));
  // A second answer of the same kind means that the version was not the cause: the first one tells more.
  if (second.failure?.tryOtherDialect === true || second.failure?.code === 'unreachable') {
    return { attempt: first, requests: 2 };
  }
  memory.set(phoneNumberId, otherDialect(firstDialect));
  return { attempt: second, requests: 2 };
}

/** Sends again, a few times, as long as certainly nothing left. */
async function reach(send: () => Promise<Attempt>, over: AbortSignal, host: Host): Promise<Attempt> {
  const isOver = (): boolean => over.aborted;
  let attempt = await send();
  for (let tries = 0; tries < unreachableRetries && attempt.failure?.retry === 'at-once'; tries += 1) {
    await pause(backOff(tries, host, unreachableBackOff), host, over);
    if (isOver()) break;
    attempt = await send();
  }
  return attempt;
}

function settle(attempt: Attempt, requests: number, connection: Connection, host: Host): Tried {
  const { failure, requestedAt, httpStatus, why } = attempt;
  const hideKey = (text: string): string => redactKeys(text, connection.apiKey);
  if (failure === null) {
    const response = attempt.complete ? toResponse(attempt.text, hideKey) : null;
    return { acceptance: { requestedAt, httpStatus, response }, requests };
  }
  const words = serverWords(attempt.text, attempt.contentType, (text) => maskNumbers(hideKey(text)));
  const error = new CallError(why === null ? failure.happened : `${failure.happened}: ${why}.`, {
    code: failure.code,
    outcome: failure.outcome,
    howToFix: failure.howToFix,
    httpStatus: httpStatus ?? undefined,
    retryAfterMs: parseRetryAfter(attempt.retryAfter, host.now()),
    detail: words ?? undefined,
  });
  return { error, retry: failure.retry, requests };
}

/** JSON from outside; whatever it is, the call was accepted. */
function toResponse(text: string, hide: (text: string) => string): JsonValue {
  try {
    return mapStrings(toJsonValue(tryJson(text) ?? null, 'response'), hide);
  } catch {
    return null;
  }
}
