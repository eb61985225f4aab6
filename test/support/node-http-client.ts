import { request as requestHttp } from 'node:http';
import { authorizationFor, type HttpClient } from '../../shared';

// Zapier's core replaces `http.request` to log what apps send, with one that loses bodies in the three-argument form.
const untouchedRequest = requestHttp;

/** The plainest client there is, for running the core by itself. */
export function nodeHttpClient(apiKey: string): HttpClient {
  return ({ method, url, headers, body }, signal) =>
    new Promise((resolve, reject) => {
      const options = {
        method,
        signal,
        headers: { ...headers, Authorization: authorizationFor(url, apiKey) },
        agent: false as const,
      };
      const outgoing = untouchedRequest(url, options, (incoming) => {
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
