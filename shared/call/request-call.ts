import { isCallError } from '../call-error';
import type { Connection } from '../connection/connection';
import { outboundPath, type Dialect } from '../endpoint/dialect';
import type { Host } from '../host';
import { expired, startDeadline, type Deadline } from '../http/deadline';
import type { HttpRequest, HttpResponse } from '../http/http-client';
import { readBody } from '../http/read-body';
import { whyNothingLeft } from '../http/transport-fault';
import { outcomeOfStatus, transportOutcomes, type OutcomeRow } from '../outcome/outcome-table';
import type { OutboundCall } from './prepare-call';

/** What came of one request. */
export interface Attempt {
  /** `null` means accepted. */
  readonly failure: OutcomeRow | null;
  readonly requestedAt: string;
  readonly httpStatus: number | null;
  /** The body as far as it came, at most 64 kB. */
  readonly text: string;
  readonly complete: boolean;
  readonly contentType: string;
  readonly retryAfter: string | undefined;
  /** For a request that never left: why, in words. */
  readonly why: string | null;
}

const longestBody = 64 * 1024;
/** The status has told what matters; Zapier's client does not even notice a body that breaks off. */
const bodyTimeoutMs = 2_000;

/** The request of a call; what arrives is the same from whichever platform it is sent. */
export function outboundRequest(call: OutboundCall, connection: Connection, dialect: Dialect): HttpRequest {
  const body = {
    to: call.to.e164,
    ...(Object.keys(call.variables).length === 0 ? {} : { variables: call.variables }),
    // JSON leaves it out if it is undefined.
    amd: call.detectAnsweringMachine,
  };
  return {
    method: 'POST',
    url: connection.baseUrl('runtime-api') + outboundPath(dialect, call.endpoint.phoneNumberId),
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/**
 * Sends one request and tells what came of it: every fault is a row of the outcome table.
 * @throws CallError if the client could not even send it
 */
export async function requestCall(request: HttpRequest, host: Host, deadline: Deadline): Promise<Attempt> {
  const requestedAt = new Date(host.now()).toISOString();
  const nothing = {
    requestedAt,
    httpStatus: null,
    text: '',
    complete: false,
    contentType: '',
    retryAfter: undefined,
  };
  try {
    const sent = host.http(request, deadline.signal);
    const response = await deadline.race(sent);
    if (response === expired) {
      // Where the client could not end the request, its late answer is still to be closed.
      sent.then((late) => late.cancel()).catch(() => undefined);
      return { ...nothing, failure: transportOutcomes.timeout, why: null };
    }
    return await readAttempt(response, requestedAt, deadline, host);
  } catch (error) {
    if (isCallError(error)) throw error;
    const why = whyNothingLeft(error);
    return {
      ...nothing,
      failure: why === null ? transportOutcomes.broken : transportOutcomes.nothingLeft,
      why,
    };
  }
}

async function readAttempt(
  response: HttpResponse,
  requestedAt: string,
  deadline: Deadline,
  host: Host,
): Promise<Attempt> {
  const { status } = response;
  const bodyDeadline = startDeadline(bodyTimeoutMs, host.sleep);
  const body = await readBody(response, (promise) => deadline.race(bodyDeadline.race(promise)), longestBody);
  bodyDeadline.stop();
  return {
    failure: status >= 200 && status < 300 ? null : outcomeOfStatus(status),
    requestedAt,
    httpStatus: status,
    ...body,
    contentType: response.header('content-type') ?? '',
    retryAfter: response.header('retry-after'),
    why: null,
  };
}
