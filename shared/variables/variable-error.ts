import { CallError } from '../call-error';
import { maskDigits } from '../phone/mask';

const longestShownName = 60;

/** A variable's name in a message: cut, on one line. */
export function showName(name: string): string {
  // A name may be a number that was mapped into the wrong column.
  const line = name.replace(/\s+/g, ' ').replace(/\d{5,}/g, maskDigits);
  return `“${line.length > longestShownName ? `${line.slice(0, longestShownName)}…` : line}”`;
}

/** The error for variables that cannot be sent. `problem` is a whole clause: “The variable “age” …”. */
export function invalidVariables(reason: string, problem: string, howToFix: string): CallError {
  return new CallError(`${problem}.`, {
    code: 'invalid-variables',
    outcome: 'not-placed',
    field: 'variables',
    reason,
    howToFix,
  });
}
