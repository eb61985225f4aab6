import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { deliver } from './deliver-fault';
import type { Exchange, Route } from './exchange';
import { isSuccess } from './fault';
import type { Fault } from './fault';
import { refuse } from './faults';
import { recordBody, recordHead } from './recorder';
import type { RecordedRequest } from './recorder';
import { transcripts, userState } from './routes/connection';
import { exportVersion } from './routes/export';
import { outbound } from './routes/outbound';
import type { SandboxState } from './state';
import { watchUnreadable } from './unreadable';

const ROUTES: readonly Route[] = [outbound, transcripts, userState, exportVersion];

/** The HTTP side: records what comes in, finds its route, delivers the answer. */
export function createSandboxServer(state: SandboxState, settled: (record: RecordedRequest) => void): Server {
  // Node would answer a request without Host by itself, and nothing would be recorded.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    void serve(openExchange(request, response, state), state, settled);
  });
  // A server that ends idle or slow connections by itself would look like a fault that nobody asked for.
  server.keepAliveTimeout = 0;
  server.headersTimeout = 0;
  server.requestTimeout = 0;
  watchUnreadable(server, (record) => {
    state.requests.push(record);
    settled(record);
  });
  return server;
}

function openExchange(request: IncomingMessage, response: ServerResponse, state: SandboxState): Exchange {
  const record = recordHead(request);
  state.requests.push(record);
  const [path = '', query = ''] = record.path.split(/\?(.*)/s, 2);
  const readBody = async (): Promise<Buffer | null> =>
    (await recordBody(request, record)) ? record.body : null;
  return { request, response, record, path, query: new URLSearchParams(query), readBody };
}

async function serve(
  exchange: Exchange,
  state: SandboxState,
  settled: (record: RecordedRequest) => void,
): Promise<void> {
  const { record, response } = exchange;
  const fault = await route(exchange, state);
  if (fault === null) {
    record.note = 'the client left before the end of its request';
    settled(record);
    return;
  }
  record.note = fault.note ?? null;
  deliver(fault, response, (status) => {
    record.status = status;
    settled(record);
  });
}

async function route(exchange: Exchange, state: SandboxState): Promise<Fault | null> {
  for (const candidate of ROUTES) {
    const match = candidate.pattern.exec(exchange.path);
    if (match === null) continue;
    if (exchange.request.method !== candidate.method)
      return turnAway(exchange, 405, { allow: candidate.method });
    const answer = await candidate.handle(exchange, state, match.slice(1));
    return candidate !== outbound && succeeds(answer) ? (state.readFaults.shift() ?? answer) : answer;
  }
  return turnAway(exchange, 404, {});
}

function succeeds(answer: Fault | null): boolean {
  return answer?.kind === 'answer' && isSuccess(answer.status);
}

async function turnAway(
  exchange: Exchange,
  status: 404 | 405,
  headers: Record<string, string>,
): Promise<Fault | null> {
  if ((await exchange.readBody()) === null) return null;
  return refuse(status, status === 404 ? 'There is nothing at this path.' : 'Method not allowed.', headers);
}
