import type { AgentVariableFixture } from './agent-variables';
import { agentVariables } from './agent-variables';
import { now } from './clock';
import type { Fault } from './fault';
import { LinePool } from './line-pool';
import { OpenRequests } from './open-requests';
import type { RecordedRequest } from './recorder';

/** The two documented generations of the outbound API. */
export type Dialect = 'v1alpha1' | 'v1';

export interface SandboxOptions {
  /** 0, the default: chosen by the system. */
  port?: number;
  /** The listening address; 127.0.0.1 by default. */
  host?: string;
  apiKey?: string;
  projectId?: string;
  phoneNumberId?: string;
  /** Both by default; the path of a missing one answers 404. */
  dialects?: readonly Dialect[];
  /** Size of the concurrency pool; no limit by default. */
  lines?: number;
  /** How long one call holds a line; 0 by default. */
  callMs?: number;
  /** The Retry-After header of the 429 when the pool is full; absent by default. */
  retryAfter?: string;
  /** Exactly what the export lists; a sample agent by default. */
  variables?: readonly AgentVariableFixture[];
  /** The old form of the export: plain names at `version.variables`. */
  legacyExport?: boolean;
}

/** A call that Voiceflow would have placed. */
export interface AcceptedCall {
  at: number;
  to: string;
  phoneNumberId: string;
  dialect: Dialect;
  variables: Record<string, unknown> | undefined;
  amd: boolean | undefined;
}

/** What the routes know and change. */
export class SandboxState {
  readonly apiKey: string;
  readonly projectId: string;
  readonly phoneNumberId: string;
  readonly dialects: readonly Dialect[];
  readonly retryAfter: string | undefined;
  readonly variables: readonly AgentVariableFixture[];
  readonly legacyExport: boolean;
  readonly requests: RecordedRequest[] = [];
  readonly calls: AcceptedCall[] = [];
  /** Faults for the next outbound requests, and for the next requests of any other kind. */
  readonly callFaults: Fault[] = [];
  readonly readFaults: Fault[] = [];
  readonly openCalls = new OpenRequests();
  readonly pool: LinePool;

  constructor(options: SandboxOptions) {
    this.apiKey = options.apiKey ?? 'VF.DM.65f0c0ffee0ddba11ca11000.SandboxKey';
    this.projectId = options.projectId ?? '65f0c0ffee0000000000cafe';
    this.phoneNumberId = options.phoneNumberId ?? '65f0c0ffee0ddba11ca11000';
    this.dialects = options.dialects ?? ['v1alpha1', 'v1'];
    this.retryAfter = options.retryAfter;
    this.variables = options.variables ?? agentVariables;
    this.legacyExport = options.legacyExport ?? false;
    this.pool = new LinePool(options.lines ?? Infinity, options.callMs ?? 0, now);
  }

  /** Emptied in place: a test may hold on to the arrays. */
  reset(): void {
    for (const list of [this.requests, this.calls, this.callFaults, this.readFaults]) list.length = 0;
    this.openCalls.clear();
    this.pool.clear();
  }
}
