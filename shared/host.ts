import type { HttpClient } from './http/http-client';

/** What the core may not do by itself. Each platform hands it in; tests hand in their own. */
export interface Host {
  readonly http: HttpClient;
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits `ms` milliseconds; ends early (resolving or rejecting) when `signal` aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<unknown>;
  /** A number from 0 up to but not including 1. */
  random(): number;
}
