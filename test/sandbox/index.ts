import type { AddressInfo, Socket } from 'node:net';
import type { Fault } from './fault';
import type { RecordedRequest } from './recorder';
import { createSandboxServer } from './server';
import { SandboxState } from './state';
import type { AcceptedCall, SandboxOptions } from './state';

export { agentVariables, BUILT_IN_NAMES, systemVariables, variable } from './agent-variables';
export type { AgentVariableFixture } from './agent-variables';
export { SECRET_MARKER } from './agent-export';
export { placesCall } from './fault';
export type { Fault } from './fault';
export * from './faults';
export { faultFor, MAGIC_NUMBERS } from './magic-numbers';
export type { MagicNumber } from './magic-numbers';
export type { RecordedRequest } from './recorder';
export type { AcceptedCall, Dialect, SandboxOptions } from './state';

/** A Voiceflow of one's own: strict, local, and a witness of everything that reached it. */
export interface Sandbox {
  readonly url: string;
  readonly apiKey: string;
  readonly projectId: string;
  readonly phoneNumberId: string;
  /** Every request, in the order of arrival. */
  readonly requests: RecordedRequest[];
  readonly calls: AcceptedCall[];
  /** The most lines that were busy at once. */
  readonly peakLines: number;
  /** The most outbound requests that were open at once. */
  readonly peakOpenRequests: number;
  /** Faults for the next valid outbound requests, first in, first out. They win over magic numbers. */
  script(...faults: Fault[]): void;
  /** The same for valid requests that place no call: connection checks and the export. */
  scriptReads(...faults: Fault[]): void;
  /** Called once for each request, when its status line was sent or none will be. */
  onRequest?: ((request: RecordedRequest) => void) | undefined;
  /** Forgets requests, calls, scripts and busy lines. */
  reset(): void;
  /** Stops listening and destroys open sockets. */
  close(): Promise<void>;
}

const WILDCARDS = ['0.0.0.0', '::'];

/** Starts a sandbox on the loopback address, on a port that the system chooses. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0 } = options;
  const state = new SandboxState(options);
  const server = createSandboxServer(state, (record) => sandbox.onRequest?.(record));
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

  const sandbox: Sandbox = {
    url: `http://${reachable(host)}:${boundPort(server.address())}`,
    apiKey: state.apiKey,
    projectId: state.projectId,
    phoneNumberId: state.phoneNumberId,
    requests: state.requests,
    calls: state.calls,
    get peakLines() {
      return state.pool.peak;
    },
    get peakOpenRequests() {
      return state.openCalls.peak;
    },
    script: (...faults) => void state.callFaults.push(...faults),
    scriptReads: (...faults) => void state.readFaults.push(...faults),
    reset: () => state.reset(),
    close: () =>
      new Promise((resolve) => {
        // An error here means that it was closed before.
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return sandbox;
}

function reachable(host: string): string {
  if (WILDCARDS.includes(host)) return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function boundPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The sandbox listens on no port');
  return address.port;
}
