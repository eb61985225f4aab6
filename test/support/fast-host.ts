import { setTimeout } from 'node:timers/promises';
import type { Host } from '../../shared';
import { nodeHost } from './core-host';

/** A host that also tells what it was asked to send. */
export interface FastHost extends Host {
  /** Requests that were started after the user had stopped the run. */
  readonly lateStarts: string[];
}

export interface FastHostOptions {
  apiKey: string;
  /** How many times faster its clock runs, so that timeouts and back-offs take little of a test's time. */
  speed: number;
  /** Ends requests in flight when the user stops the run, as n8n's client does. */
  stopped?: AbortSignal;
  /** Marks every request, so that the server's records tell which pass it belongs to. */
  headers?: Readonly<Record<string, string>>;
}

/** Node's clock, timers and sockets; only the time runs faster. */
export function fastHost({ apiKey, speed, stopped, headers = {} }: FastHostOptions): FastHost {
  const host = nodeHost(apiKey);
  const start = Date.now();
  const lateStarts: string[] = [];
  return {
    ...host,
    lateStarts,
    now: () => start + (Date.now() - start) * speed,
    sleep: (ms, signal) => setTimeout(ms / speed, undefined, { signal }),
    http: (request, signal) => {
      if (stopped?.aborted === true) lateStarts.push(request.url);
      const ends = stopped === undefined ? signal : AbortSignal.any([signal, stopped]);
      return host.http({ ...request, headers: { ...request.headers, ...headers } }, ends);
    },
  };
}
