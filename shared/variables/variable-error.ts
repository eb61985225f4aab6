import { CallError } from '../call-error';

const longestShownName = 60;

/** A variable's name in a message: cut, on one line. */
export function showName(name: string): string {
  const line = name.replace(/\s+/g, ' ');
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
