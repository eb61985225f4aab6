import type { RunMemory } from '../../../../shared';

/** n8n's *Retry On Fail* comes back within seconds; a loop with waits in it may take the rest of a day. */
const keptMs = 12 * 3600 * 1000;

/**
 * The memories of running executions, in this process. *Retry On Fail* and loops run the node again with the
 * same execution id. Nothing tells when an execution is over, and timers are not allowed, so old memories are
 * dropped whenever a new one is made.
 */
const memories = new Map<string, { memory: RunMemory; usedAt: number; size: number }>();

export function memoryOf(executionId: string | undefined, nodeId: string, now: number): RunMemory {
  // Without an id, runs cannot be told apart, and must not share what they know.
  const fresh: RunMemory = new Map();
  if (executionId === undefined) return fresh;
  const key = `${executionId}/${nodeId}`;
  const memory = memories.get(key)?.memory ?? fresh;
  for (const [other, entry] of memories) {
    // One that has grown belongs to a pass that still goes on, which may take more than a day.
    if (entry.memory.size !== entry.size) Object.assign(entry, { usedAt: now, size: entry.memory.size });
    else if (now - entry.usedAt > keptMs) memories.delete(other);
  }
  memories.set(key, { memory, usedAt: now, size: memory.size });
  return memory;
}
