import type {
  IExecuteFunctions,
  IHttpRequestOptions,
  ILoadOptionsFunctions,
  IN8nHttpFullResponse,
} from 'n8n-workflow';
import type { HttpClient, HttpResponse } from '../../../../shared';
import { readCredential } from './credential';

/** A stream of Node, as far as it is used here: n8n's scan refuses `node:stream`, even for its types. */
export interface NodeStream extends AsyncIterable<Uint8Array> {
  on(event: 'error', listener: () => void): unknown;
  destroy(): unknown;
}

/** n8n's HTTP client with everything switched off that would act before the core has seen the answer. */
export function createHttpClient(context: IExecuteFunctions | ILoadOptionsFunctions): HttpClient {
  return async ({ method, url, headers, body }) => {
    const options: IHttpRequestOptions = {
      method,
      url,
      headers: { ...headers },
      ...(body === undefined ? {} : { body }),
      // Otherwise n8n itself sends the request again after a 401.
      ignoreHttpStatusErrors: true,
      returnFullResponse: true,
      disableFollowRedirect: true,
      // A 2xx status line means an accepted call, even if the socket dies after it.
      encoding: 'stream',
    };
    // n8n reads it once more for each request. If it cannot, nothing has left, which its client's error does not tell.
    await readCredential(context);
    // n8n types the answer as `any`; with `returnFullResponse` and a stream it is this.
    const response = (await context.helpers.httpRequestWithAuthentication.call(
      context,
      'voiceflowApi',
      options,
    )) as IN8nHttpFullResponse & { body: NodeStream };
    return toHttpResponse(response.statusCode, response.headers, response.body);
  };
}

/** An answer of n8n's client in the core's terms. */
export function toHttpResponse(
  status: number,
  headers: Readonly<Record<string, unknown>>,
  body: NodeStream,
): HttpResponse {
  // Without a listener, a socket that dies while nobody reads would end the process.
  body.on('error', () => undefined);
  return {
    status,
    header: (name) => {
      const value = headers[name];
      return typeof value === 'string' ? value : undefined;
    },
    body,
    cancel: () => void body.destroy(),
  };
}
