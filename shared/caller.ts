import { isCallError } from './call-error';
import type { CallResult } from './call/call-result';
import { cancelledError } from './call/place-call';
import { placeOne, recallOne } from './call/place-one';
import { prepareCall, type OutboundCall, type RawCall } from './call/prepare-call';
import { createKeyLocks, type KeyLocks } from './batch/key-locks';
import { createPace } from './batch/pace';
import { placeAll, type CallOutcome } from './batch/place-all';
import { checkConnection } from './connection/check-connection';
import type { Connection } from './connection/connection';
import type { Host } from './host';
import type { KeyKind } from './ledger/call-key';
import type { Ledger } from './ledger/ledger';
import { rememberDoNotCall } from './policy/do-not-call';
import type { AgentVariable } from './variables/agent-variable';
import { listAgentVariables } from './variables/list-agent-variables';

/** How the calls of a run are placed. Without any of it: one at a time, at once, and without a ledger. */
export interface PlaceSettings {
  concurrency?: number;
  callsPerSecond?: number;
  waitForFreeLineMs?: number;
  stopOnError?: boolean;
  ledger?: Ledger | null;
  keyKind?: KeyKind;
  /** Shared by all runs that share a ledger. */
  locks?: KeyLocks;
  /** Aborts when the user stops the run. */
  cancelled?: AbortSignal | undefined;
}

/** One connection at work: for a step of a Zap, or for all items of an n8n node's run. */
export interface Caller {
  readonly connection: Connection;
  /** Proves the connection without placing a call. */
  check(): Promise<void>;
  /** The agent's variables; asked of Voiceflow once, then remembered. */
  agentVariables(): Promise<readonly AgentVariable[]>;
  /** Checks everything about a call before anything is sent. */
  prepare(raw: RawCall): Promise<OutboundCall>;
  /** Places one checked call, at most once. */
  place(call: OutboundCall, settings?: PlaceSettings): Promise<CallResult>;
  /** Places checked calls, each at most once. @returns what came of them, in their order */
  placeAll(calls: readonly OutboundCall[], settings?: PlaceSettings): Promise<CallOutcome[]>;
}

/** Makes a caller for a checked connection. Its methods throw nothing but CallErrors on purpose. */
export function createCaller(connection: Connection, host: Host): Caller {
  const dialects = new Map();
  const readDoNotCall = rememberDoNotCall();
  let listing: Promise<readonly AgentVariable[]> | undefined;
  const agentVariables = (): Promise<readonly AgentVariable[]> =>
    (listing ??= listAgentVariables(connection, host));

  async function placeCalls(calls: readonly OutboundCall[], settings: PlaceSettings): Promise<CallOutcome[]> {
    const { concurrency = 1, callsPerSecond = 0, waitForFreeLineMs = 0, stopOnError = false } = settings;
    const { ledger = null, keyKind = 'request', locks = createKeyLocks() } = settings;
    const cancelled = settings.cancelled ?? new AbortController().signal;
    const stop = new AbortController();
    const stopped = AbortSignal.any([cancelled, stop.signal]);
    const pace = createPace(host, callsPerSecond, stopped);
    const placed = new Map<string, string>();
    const waiting = new Set<() => void>();
    // One listener for all calls, since Node warns of more than ten.
    stopped.addEventListener('abort', () => waiting.forEach((leave) => leave()), { once: true });
    const run = {
      connection,
      host,
      dialects,
      pace,
      waitForFreeLineMs,
      ledger,
      keyKind,
      locks,
      waiting,
      placed,
    };
    const outcomes = await placeAll(calls, (call) => placeOne(call, run, stopped), {
      concurrency,
      stopOnError,
      stop,
      cancelled,
    });
    return outcomes.map((outcome, index) => {
      const call = calls[index];
      if (call === undefined || !notStarted(outcome)) return outcome;
      return recallOne(call, run) ?? outcome ?? (cancelled.aborted ? { error: cancelledError() } : null);
    });
  }

  return {
    connection,
    agentVariables,
    check: () => checkConnection(connection, host),
    prepare: (call) => prepareCall(call, connection, agentVariables, readDoNotCall),
    async place(call, settings = {}) {
      const [outcome] = await placeCalls([call], settings);
      if (outcome && 'result' in outcome) return outcome.result;
      if (outcome && 'error' in outcome) throw outcome.error;
      throw cancelledError();
    },
    placeAll: (calls, settings = {}) => placeCalls(calls, settings),
  };
}

function notStarted(outcome: CallOutcome): boolean {
  return (
    outcome === null ||
    ('error' in outcome && isCallError(outcome.error) && outcome.error.code === 'cancelled')
  );
}
