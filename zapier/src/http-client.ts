import type { Readable } from 'node:stream';
import type { ZObject } from 'zapier-platform-core';
import { authorize, type Connection, type HttpClient } from '../../shared';

/** Zapier's HTTP client with everything switched off that would act before the core has seen the answer. */
export function createHttpClient(z: ZObject, connection: Connection): HttpClient {
  return async (request, signal) => {
    // A variable, since the types of `z.request` lack `signal`.
    const options = {
      method: request.method,
      headers: { ...request.headers, Authorization: authorize(request.url, connection) },
      // As bytes: of strings, Zapier removes {{...}}, which is a legitimate value of a Voiceflow variable.
      ...(request.body === undefined ? {} : { body: Buffer.from(request.body) }),
      // As a stream: a 2xx status line means an accepted call, even if the socket dies after it.
      raw: true as const,
      signal,
      redirect: 'manual' as const,
      skipThrowForStatus: true,
      throwForThrottlingEarly: false,
    };
    const response = await z.request(request.url, options);
    // The types know only the web's streams; node-fetch 2 gives Node's, and its types are not installed.
    const body = response.body as unknown as Readable;
    const headers = response.headers as unknown as { get(name: string): string | null };
    // Without a listener, a socket that dies while nobody reads would end the process.
    body.on('error', () => undefined);
    return {
      status: response.status,
      header: (name) => headers.get(name) ?? undefined,
      body,
      cancel: () => void body.destroy(),
    };
  };
}
