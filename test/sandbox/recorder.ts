import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { now } from './clock';

/** One request as it reached the sandbox, byte for byte, and what became of it. */
export interface RecordedRequest {
  at: number;
  method: string;
  /** With the query. */
  path: string;
  rawHeaders: string[];
  headers: IncomingHttpHeaders;
  /** What has arrived of it so far. */
  body: Buffer;
  /** A call was placed. */
  accepted: boolean;
  /** `null`: no status line was sent. */
  status: number | null;
  /** Why, in a few words. */
  note: string | null;
}

const NOTHING = Buffer.alloc(0);

export function recordHead(request: IncomingMessage): RecordedRequest {
  return {
    at: now(),
    method: request.method ?? '',
    path: request.url ?? '',
    rawHeaders: request.rawHeaders,
    headers: request.headers,
    body: NOTHING,
    accepted: false,
    status: null,
    note: null,
  };
}

/** What could not even be read as a request. */
export function recordUnreadable(bytes: Buffer, status: number, note: string): RecordedRequest {
  return {
    at: now(),
    method: '',
    path: '',
    rawHeaders: [],
    headers: {},
    body: bytes,
    accepted: false,
    status,
    note,
  };
}

/** Reads the body into the record as it arrives. False: the client left before its end. */
export function recordBody(request: IncomingMessage, record: RecordedRequest): Promise<boolean> {
  return new Promise((resolve) => {
    request.on('data', (chunk: Buffer) => {
      record.body = Buffer.concat([record.body, chunk]);
    });
    request.once('end', () => resolve(true));
    request.once('error', () => resolve(false));
    request.once('close', () => resolve(false));
  });
}
