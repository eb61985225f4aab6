import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EchoServer {
  url: string;
  close(): Promise<void>;
}

/** A talkative server: whatever it answers, it repeats the Authorization header and what it was sent. */
export async function startEchoServer(status: number, contentType: string): Promise<EchoServer> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const authorization = request.headers.authorization ?? '';
      const words = `You sent ${authorization} to ${request.url ?? ''} with ${body}`;
      const json = { message: words, error: { message: words }, authorization, [authorization]: words };
      response.writeHead(status, { 'content-type': contentType, 'x-echo': authorization });
      response.end(contentType === 'application/json' ? JSON.stringify(json) : words);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
