import type { CallOutcome, RunMemory } from '../../../../shared';

/** What became of the items of one pass, by their place. */
export type SettledItems = Map<number, CallOutcome>;

interface ExecutionMemory {
  /** By what a repeat is recognised. */
  readonly calls: RunMemory;
  /** By run index: a loop raises it, *Retry On Fail* does not. */
  readonly passes: Map<number, SettledItems>;
  usedAt: number;
  size: number;
}

/** n8n's *Retry On Fail* comes back within seconds; a loop with waits in it may take the rest of a day. */
const keptMs = 12 * 3600 * 1000;

/**
 * The memories of running executions, in this process. *Retry On Fail* and loops run the node again with the
 * same execution id. Nothing tells when an execution is over, and timers are not allowed, so old memories are
 * dropped whenever one is asked for.
 */
const memories = new Map<string, ExecutionMemory>();

/** The calls that a node has placed in an execution so far. */
export function memoryOf(executionId: string | undefined, nodeId: string, now: number): RunMemory {
  return entryOf(executionId, nodeId, now).calls;
}

/** The items that a pass of a node has settled so far. */
export function settledOf(
  executionId: string | undefined,
  nodeId: string,
  runIndex: number,
  now: number,
): SettledItems {
  const { passes } = entryOf(executionId, nodeId, now);
  const settled = passes.get(runIndex) ?? new Map<number, CallOutcome>();
  passes.set(runIndex, settled);
  return settled;
}

function entryOf(executionId: string | undefined, nodeId: string, now: number): ExecutionMemory {
  const fresh: ExecutionMemory = { calls: new Map(), passes: new Map(), usedAt: now, size: 0 };
  // Without an id, runs cannot be told apart, and must not share what they know.
  if (executionId === undefined) return fresh;
  const key = `${executionId}/${nodeId}`;
  const entry = memories.get(key) ?? fresh;
  for (const [other, known] of memories) {
    // One that has grown belongs to a pass that still goes on, which may take more than a day.
    if (known.calls.size !== known.size) Object.assign(known, { usedAt: now, size: known.calls.size });
    else if (now - known.usedAt > keptMs) memories.delete(other);
  }
  memories.set(key, Object.assign(entry, { usedAt: now, size: entry.calls.size }));
  return entry;
}
