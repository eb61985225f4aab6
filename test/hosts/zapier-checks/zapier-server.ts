import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stand-in for Zapier's own API, which `build` asks to check the app's style. */
export interface ZapierServer {
  readonly url: string;
  /** What was asked, as “POST /api/platform/cli/check”. */
  readonly asked: string[];
  close(): Promise<void>;
}

const nothing = { total_failures: 0, results: [] };
const noFindings = { passes: [], errors: nothing, warnings: nothing, suggestions: nothing };

export async function startZapierServer(): Promise<ZapierServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume().once('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(noFindings));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
