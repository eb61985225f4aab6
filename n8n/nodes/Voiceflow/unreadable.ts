import { CallError, isCallError, maskNumbers } from '../../../shared';

/**
 * The error for what n8n itself could not hand over: the value of an expression, or the credential. That fails before
 * anything is sent, so it is no unknown outcome.
 * @param what what could not be read, for the message
 */
export function unreadable(what: string, error: unknown, howToFix: string): CallError {
  if (isCallError(error)) return error;
  const words = maskNumbers(error instanceof Error ? error.message : String(error)).replace(/[\s.]+$/, '');
  return new CallError(`n8n could not read ${what}: ${words}.`, {
    code: 'invalid-setting',
    outcome: 'not-placed',
    reason: 'unreadable',
    howToFix,
  });
}
