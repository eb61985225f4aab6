import type { IExecuteFunctions } from 'n8n-workflow';
import {
  CallError,
  createKeyLocks,
  layeredLedger,
  memoryLedger,
  windowLedger,
  type Delivery,
  type KeyLocks,
  type Ledger,
  type PlaceSettings,
} from '../../../../shared';
import { memoryOf } from './run-memories';
import { oneAtATime, windowStore } from './window-store';

/** Shared by all executions in this process: of those with the same call, one at a time. */
const locks = createKeyLocks();

/**
 * How repeats are recognised in this run.
 * @throws CallError `not-allowed` for “Retry” in the list of executions, which is a new execution and cannot
 *   know whom the first one called
 */
export function repeatSettings(
  context: IExecuteFunctions,
  { skipRepeats, repeatWindowHours }: Delivery,
): Pick<PlaceSettings, 'ledger' | 'locks' | 'keyKind'> {
  if (context.getMode() === 'retry' && skipRepeats === 'run') throw retryRefused();
  if (skipRepeats === 'off') return {};
  const near = memoryLedger(memoryOf(context.getExecutionId(), context.getNode().id, Date.now()));
  return {
    ledger: skipRepeats === 'run' ? near : layeredLedger(near, exactWindow(context, repeatWindowHours)),
    locks: locksOf(context),
    // A model repeats a call with other words; to the person called it is the same call.
    keyKind: isTool(context) ? 'callee' : 'request',
  };
}

/** Marks are per node, so the same call in another workflow does not wait for this one. */
function locksOf(context: IExecuteFunctions): KeyLocks {
  const prefix = `${context.getWorkflow().id ?? ''}/${context.getNode().id}/`;
  return { run: (key, work) => locks.run(prefix + key, work) };
}

function exactWindow(context: IExecuteFunctions, windowHours: number): Ledger {
  const { claim, accept, unknown, clear } = windowLedger(windowStore(context), windowHours, Date);
  const alone = oneAtATime(context);
  return {
    claim: (key) => alone(() => claim(key)),
    accept: (key, result) => alone(() => accept(key, result)),
    unknown,
    clear: (key) => alone(() => clear(key)),
  };
}

/**
 * Whether an AI agent runs this node as its tool. The type tells, which n8n makes by appending “Tool” to ours:
 * the agent from version 3 on runs its tools as ordinary nodes, and there `isToolExecution()` says no.
 */
export function isTool(context: IExecuteFunctions): boolean {
  return context.getNode().type.endsWith('Tool');
}

function retryRefused(): CallError {
  return new CallError(
    'This is a retry of an earlier execution, which may have placed these calls already.',
    {
      code: 'not-allowed',
      outcome: 'not-placed',
      field: 'skipRepeats',
      reason: 'retry',
      howToFix:
        'Run the workflow again for the people who were not called, or set “Skip Repeats” to “For Some Hours” (before the first execution) or “Never”.',
    },
  );
}
