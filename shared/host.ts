import type { HttpClient } from './http/http-client';

/** What the core may not do by itself. Each platform hands it in; tests hand in their own. */
export interface Host {
  readonly http: HttpClient;
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits `ms` milliseconds; ends early (resolving or rejecting) when `signal` aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<unknown>;
  /** SHA-256 of a text as hex digits. */
  hash(text: string): string;
  /** A number from 0 up to but not including 1. */
  random(): number;
}

/** Waits until the time is over or `signal` aborts, and never rejects. */
export async function pause(ms: number, host: Pick<Host, 'sleep'>, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return;
  // n8n's sleep rejects when it is interrupted, a promise of Node's resolves.
  await host.sleep(ms, signal).catch(() => undefined);
}
