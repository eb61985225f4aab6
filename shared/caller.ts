import type { CallResult } from './call/call-result';
import { placeCall, type DialectMemory } from './call/place-call';
import { prepareCall, type OutboundCall, type RawCall } from './call/prepare-call';
import { checkConnection } from './connection/check-connection';
import type { Connection } from './connection/connection';
import type { Host } from './host';
import type { AgentVariable } from './variables/agent-variable';
import { listAgentVariables } from './variables/list-agent-variables';

/** One connection at work: for a step of a Zap, or for all items of an n8n node's run. */
export interface Caller {
  readonly connection: Connection;
  /** Proves the connection without placing a call. */
  check(): Promise<void>;
  /** The agent's variables; asked of Voiceflow once, then remembered. */
  agentVariables(): Promise<readonly AgentVariable[]>;
  /** Checks everything about a call before anything is sent. */
  prepare(raw: RawCall): Promise<OutboundCall>;
  /** Places a checked call, once. */
  place(call: OutboundCall): Promise<CallResult>;
}

/** Makes a caller for a checked connection. Its methods throw nothing but CallErrors on purpose. */
export function createCaller(connection: Connection, host: Host): Caller {
  const memory: DialectMemory = new Map();
  let listing: Promise<readonly AgentVariable[]> | undefined;
  const agentVariables = (): Promise<readonly AgentVariable[]> =>
    (listing ??= listAgentVariables(connection, host));
  return {
    connection,
    agentVariables,
    check: () => checkConnection(connection, host),
    prepare: (call) => prepareCall(call, connection, agentVariables),
    place: (call) => placeCall(call, connection, host, memory),
  };
}
