import { STATUS_CODES } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { pipeline } from 'node:stream';
// From the module, not the globals: a test may fake those.
import { clearInterval, clearTimeout, setInterval, setTimeout } from 'node:timers';
import type { AnswerFault, CutFault, DribbleFault, Fault, HugeBodyFault } from './fault';
import { filler } from './filler';

/** Does to the connection what the fault says. `settled` learns of the status line that was sent, or of none. */
export function deliver(
  fault: Fault,
  response: ServerResponse,
  settled: (status: number | null) => void,
): void {
  const { socket } = response;
  // Whoever breaks connections on purpose must not be ended by the errors that follow.
  response.on('error', () => undefined);
  if (socket === null || socket.destroyed) return settled(null);
  const { delayMs, heldUntil } = fault;
  if (delayMs === undefined && heldUntil === undefined) return settled(send(fault, response, socket));

  let over = false;
  const end = (statusOf: () => number | null): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    settled(statusOf());
  };
  const answer = (): void => end(() => send(fault, response, socket));
  const timer = delayMs === undefined ? undefined : setTimeout(answer, delayMs).unref();
  void heldUntil?.then(answer);
  response.once('close', () => end(() => null));
}

function send(fault: Fault, response: ServerResponse, socket: Socket): number | null {
  switch (fault.kind) {
    case 'answer':
      sendAnswer(fault, response);
      return fault.status;
    case 'huge-body':
      sendHugeBody(fault, response);
      return fault.status;
    case 'dribble':
      sendDribble(fault, response);
      return fault.status;
    case 'cut':
      sendCut(fault, socket);
      return fault.status;
    case 'half-body':
      socket.write(`${head(fault.status)}{"status":`);
      socket.destroySoon();
      return fault.status;
    case 'garbage':
      socket.write(fault.bytes);
      socket.destroySoon();
      return null;
    case 'close':
      socket.destroySoon();
      return null;
    case 'reset':
      socket.resetAndDestroy();
      return null;
    case 'hang':
      return null;
  }
}

function sendAnswer(fault: AnswerFault, response: ServerResponse): void {
  const body = Buffer.from(fault.body ?? '');
  const contentType =
    fault.contentType === undefined && body.length > 0 ? 'application/json' : fault.contentType;
  if (contentType) response.setHeader('content-type', contentType);
  for (const [name, value] of Object.entries(fault.headers ?? {})) response.setHeader(name, value);
  response.statusCode = fault.status;
  response.end(body);
}

function sendHugeBody(fault: HugeBodyFault, response: ServerResponse): void {
  response.writeHead(fault.status, { 'content-type': fault.contentType, 'content-length': fault.bytes });
  pipeline(filler(fault.bytes), response, () => undefined);
}

function sendDribble(fault: DribbleFault, response: ServerResponse): void {
  response.writeHead(fault.status, { 'content-type': 'application/json' });
  response.flushHeaders();
  const timer = setInterval(() => response.write(' '), fault.everyMs).unref();
  response.once('close', () => clearInterval(timer));
}

function sendCut(fault: CutFault, socket: Socket): void {
  const bytes = fault.part === 'head' ? head(fault.status) : statusLine(fault.status);
  socket.write(bytes, () => (fault.by === 'reset' ? socket.resetAndDestroy() : socket.destroySoon()));
}

function statusLine(status: number): string {
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}\r\n`;
}

/** A head that announces more than will follow. */
function head(status: number): string {
  return `${statusLine(status)}content-type: application/json\r\ncontent-length: 100\r\n\r\n`;
}
