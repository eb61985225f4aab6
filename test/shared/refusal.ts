import { isCallError, type CallError } from '../../shared/call-error';

/** What a function gives, or the CallError that it throws; any other error goes on. */
export function resultOf<T>(run: () => T): T | CallError {
  try {
    return run();
  } catch (error) {
    if (isCallError(error)) return error;
    throw error;
  }
}

/** The CallError that a function has to throw. */
export function refusalOf(run: () => unknown): CallError {
  const result = resultOf(run);
  if (isCallError(result)) return result;
  throw new Error(`Not refused: ${String(result)}`);
}

/** The CallError that a promise has to reject with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<CallError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (isCallError(error)) return error;
  throw new Error('Not refused with a CallError', { cause: error });
}

/** What people read is in whole sentences, and shows no value that somebody forgot to put into words. */
export function expectSentences(text: string): void {
  expect(text).toMatch(/^[“A-Z][^\n]*\.$/u);
  // In brackets, a message may say which value it is about.
  expect(text.replace(/\([^()]*\)/g, '()')).not.toMatch(/undefined|null|NaN|\[object|\.\.|\s\s|\s\./);
}
