import { CallError, type ErrorCode } from '../call-error';
import type { FieldName } from '../fields';
import type { Host } from '../host';
import { expired, startDeadline, type Deadline } from '../http/deadline';
import type { HttpRequest, HttpResponse } from '../http/http-client';
import { readBody } from '../http/read-body';
import { redactKeys } from '../http/redact';
import { serverWords } from '../http/server-words';
import { whyNothingLeft } from '../http/transport-fault';
import type { Connection } from './connection';

/** A question that places no call, such as whether a key is right. */
export interface Question extends HttpRequest {
  readonly timeoutMs: number;
  readonly longestBody: number;
  /** Statuses that mean something special here, beside those of the table below. */
  readonly answers?: Readonly<Record<number, Refusal>>;
}

export interface Refusal {
  readonly code: ErrorCode;
  readonly field?: FieldName;
  readonly happened: string;
  readonly howToFix: string;
}

const unauthorized: Refusal = {
  code: 'unauthorized',
  field: 'apiKey',
  happened: 'Voiceflow did not accept the API key.',
  howToFix: 'Copy the key again from Voiceflow (Settings > API keys) into “API Key” of the connection.',
};
const refusals: Readonly<Record<number, Refusal>> = {
  401: unauthorized,
  403: { ...unauthorized, code: 'forbidden', happened: 'The API key may not read this project.' },
  429: {
    code: 'rate-limited',
    happened: 'Voiceflow is asked too often at the moment.',
    howToFix: 'Wait a minute and try again.',
  },
};

/**
 * Asks Voiceflow something that places no call.
 * @returns the text of a 2xx answer; `complete` is false if it was cut
 * @throws CallError with `outcome` `not-placed` for every other answer and for every fault
 */
export async function askVoiceflow(
  question: Question,
  connection: Connection,
  host: Host,
): Promise<{ text: string; complete: boolean }> {
  const deadline = startDeadline(question.timeoutMs, host.sleep);
  try {
    const response = await send(question, host, deadline);
    const body = await readBody(response, deadline.race, question.longestBody);
    if (response.status >= 200 && response.status < 300) return body;
    const contentType = response.header('content-type') ?? '';
    const words = serverWords(body.text, contentType, (text) => redactKeys(text, connection.apiKey));
    throw refuse(question, response.status, words);
  } finally {
    deadline.stop();
  }
}

async function send(question: Question, host: Host, deadline: Deadline): Promise<HttpResponse> {
  const { method, url, headers, body } = question;
  try {
    const request = { method, url, headers, ...(body === undefined ? {} : { body }) };
    const response = await deadline.race(host.http(request, deadline.signal));
    if (response !== expired) return response;
  } catch (error) {
    throw unreachable(whyNothingLeft(error) ?? 'the connection broke');
  }
  throw unreachable('it did not answer in time');
}

function unreachable(why: string): CallError {
  return new CallError(`Voiceflow could not be reached: ${why}.`, {
    code: 'unreachable',
    outcome: 'not-placed',
    field: 'baseUrl',
    howToFix: 'Check the network and “Base URL” in the connection, and try again.',
  });
}

function refuse(question: Question, httpStatus: number, detail: string | null): CallError {
  const refusal = question.answers?.[httpStatus] ??
    refusals[httpStatus] ?? {
      code: 'unexpected-response',
      field: 'baseUrl',
      happened: `Voiceflow gave an unexpected answer (HTTP ${httpStatus}).`,
      howToFix: 'Try again; if it stays like this, check “Base URL” in the connection.',
    };
  return new CallError(refusal.happened, {
    code: refusal.code,
    outcome: 'not-placed',
    field: refusal.field,
    howToFix: refusal.howToFix,
    httpStatus,
    detail: detail ?? undefined,
  });
}
