import { ClientRequest } from 'node:http';
import { urlToHttpOptions } from 'node:url';
import type { HttpClient } from '../../shared';
import { authorizationFor } from '../../shared/endpoint/dialect';

/** The plainest client there is, for running the core by itself. */
export function nodeHttpClient(apiKey: string): HttpClient {
  return ({ method, url, headers, body }, signal) =>
    new Promise((resolve, reject) => {
      const options = {
        ...urlToHttpOptions(new URL(url)),
        method,
        signal,
        headers: { ...headers, Authorization: authorizationFor(url, apiKey) },
        agent: false as const,
      };
      // The class and not `http.request`, which Zapier's core replaces for the whole process, to log what apps send.
      const outgoing = new ClientRequest(options, (incoming) => {
        incoming.on('error', () => undefined);
        resolve({
          status: incoming.statusCode ?? 0,
          header: (name) => {
            const value = incoming.headers[name];
            return typeof value === 'string' ? value : undefined;
          },
          body: incoming,
          cancel: () => void incoming.destroy(),
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
}
