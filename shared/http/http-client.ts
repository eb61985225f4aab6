/** A request as the core wants it sent, byte for byte. The client adds only the authorization. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpResponse {
  readonly status: number;
  header(name: string): string | undefined;
  /** The body as it arrives, so that a status line counts even if the socket dies after it. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Ends the connection of a body that nobody will read on. */
  cancel(): void;
}

/**
 * Sends one request, once: no retries, no redirects, no error for a status. Resolves when the status line and
 * headers are in; rejects when they never come, with a CallError if certainly nothing left. Adds the header of
 * `connection/authorization.ts`.
 */
export type HttpClient = (request: HttpRequest, signal: AbortSignal) => Promise<HttpResponse>;
