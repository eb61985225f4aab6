import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import type { Sandbox } from './index';

/** What a client saw. `status: null`: not even a status line. `whole`: the body came to its end. */
export interface Seen {
  status: number | null;
  headers: IncomingHttpHeaders;
  body: Buffer;
  whole: boolean;
  errorCode: string | undefined;
}

export interface Send {
  method?: string;
  path?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
  /** Leave as soon as this many bytes of the body were seen. */
  leaveAfter?: number;
}

/** Sends one request on a connection of its own. */
export function send(
  sandbox: Sandbox,
  { method = 'POST', path = '/', headers = {}, body, leaveAfter }: Send,
): Promise<Seen> {
  return new Promise((resolve) => {
    const seen: Seen = {
      status: null,
      headers: {},
      body: Buffer.alloc(0),
      whole: false,
      errorCode: undefined,
    };
    const chunks: Buffer[] = [];
    let length = 0;
    const done = (errorCode?: string): void => {
      outgoing.destroy();
      resolve({ ...seen, body: Buffer.concat(chunks), errorCode });
    };
    const outgoing = request(new URL(path, sandbox.url), { method, headers, agent: false }, (incoming) => {
      seen.status = incoming.statusCode ?? null;
      seen.headers = incoming.headers;
      incoming.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (leaveAfter !== undefined && length >= leaveAfter) done();
      });
      incoming.on('end', () => {
        seen.whole = true;
        done();
      });
      incoming.on('error', (error: NodeJS.ErrnoException) => done(error.code));
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => done(error.code));
    outgoing.end(body);
  });
}

/** A correct outbound call, but for what is given. */
export function call(sandbox: Sandbox, to = '+12125550123', rest: Send = {}): Promise<Seen> {
  return send(sandbox, {
    path: outboundPath(sandbox, 'v1alpha1'),
    body: JSON.stringify({ to }),
    ...rest,
    headers: {
      authorization: `Bearer ${sandbox.apiKey}`,
      'content-type': 'application/json',
      ...rest.headers,
    },
  });
}

export function outboundPath(sandbox: Sandbox, dialect: 'v1alpha1' | 'v1'): string {
  return `/${dialect}/phone-number/${sandbox.phoneNumberId}/outbound`;
}

/** Sends bytes as they are, and gives back what came until the connection closed. */
export function sendBytes(sandbox: Sandbox, bytes: string, { leave = false } = {}): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1', () => {
      if (!leave) return socket.end(bytes);
      socket.write(bytes, () => socket.destroy());
    });
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

/** Resolves when the sandbox has settled its next request. */
export function nextSettled(sandbox: Sandbox): Promise<void> {
  return new Promise((resolve) => {
    sandbox.onRequest = () => resolve();
  });
}
