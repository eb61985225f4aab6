import { CallError, isCallError } from '../call-error';
import { repeatResult, type CallResult } from '../call/call-result';
import type { OutboundCall } from '../call/prepare-call';
import type { Host } from '../host';
import type { Ledger } from './ledger';

/**
 * Places a call unless the ledger knows of an earlier one.
 * @param place places the call; throws a CallError
 * @throws CallError `store-unavailable` if the ledger cannot be asked, `outcome-unknown` if an earlier call
 *   with the same key never learned its outcome, and what `place` throws
 */
export async function placeOnce(
  call: OutboundCall,
  key: string,
  ledger: Ledger,
  place: () => Promise<CallResult>,
  host: Host,
): Promise<CallResult> {
  const claim = await ledger.claim(key).catch(() => {
    throw storeUnavailable();
  });
  if (claim.state === 'accepted') return claim.result ?? repeatResult(call, claim.at, host);
  if (claim.state === 'unknown') throw claim.error ?? earlierUnknown(claim.at);
  try {
    const result = await place();
    // What was accepted stays accepted: a mark that cannot be written leaves the intent, which errs on the safe side.
    await ledger.accept(key, result).catch(() => undefined);
    return result;
  } catch (error) {
    if (isCallError(error)) {
      const settled = error.outcome === 'unknown' ? ledger.unknown(key, error) : ledger.clear(key);
      await settled.catch(() => undefined);
    }
    throw error;
  }
}

function storeUnavailable(): CallError {
  return new CallError('The memory that prevents a second call could not be reached.', {
    code: 'store-unavailable',
    outcome: 'not-placed',
    howToFix: 'Run it again in a minute. Calling without it could ring somebody twice.',
  });
}

export function earlierUnknown(at: string | null): CallError {
  const when = at === null ? '' : ` at ${at}`;
  return new CallError(
    `The same call was started before${when}, and what came of it is not known, so the phone may have rung. It is not placed again by itself.`,
    {
      code: 'outcome-unknown',
      outcome: 'unknown',
      reason: 'earlier-call',
      howToFix:
        'Look in Voiceflow under Transcripts, or at the phone provider’s call log. To call again on purpose, set another “Deduplication Key”.',
    },
  );
}
