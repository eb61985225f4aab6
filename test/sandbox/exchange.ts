import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './fault';
import type { RecordedRequest } from './recorder';
import type { SandboxState } from './state';

/** One request on its way through the sandbox. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  record: RecordedRequest;
  /** Without the query. */
  path: string;
  query: URLSearchParams;
  /** The whole body, which is in the record from then on. `null`: the client left before its end. */
  readBody(): Promise<Buffer | null>;
}

export interface Route {
  method: 'GET' | 'POST';
  pattern: RegExp;
  /** What to answer. `null`: nobody is there to be answered. `params`: the groups of the pattern. */
  handle(exchange: Exchange, state: SandboxState, params: readonly string[]): Promise<Fault | null>;
}
