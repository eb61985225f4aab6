import type { Server } from 'node:http';
import { recordUnreadable } from './recorder';
import type { RecordedRequest } from './recorder';

/** Records what the HTTP parser refuses, and requests whose head never ended. */
export function watchUnreadable(server: Server, record: (request: RecordedRequest) => void): void {
  // A request whose head was read has its record already; only its body is broken.
  const recorded = new WeakSet<object>();
  server.prependListener('request', (request, response) => {
    recorded.add(request.socket);
    response.once('finish', () => recorded.delete(request.socket));
  });
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: unknown }, socket) => {
    const broken = error.code?.startsWith('HPE_') ?? false;
    if (!broken || recorded.has(socket)) {
      socket.destroy();
      return;
    }
    const bytes = Buffer.isBuffer(error.rawPacket) ? error.rawPacket : Buffer.alloc(0);
    record(recordUnreadable(bytes, 400, 'this is no HTTP request'));
    const answer = 'HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';
    socket.end(answer, () => socket.destroy());
  });
}
