import { invalidVariables, showName } from './variable-error';

/** Variables that Voiceflow fills in by itself (docs.voiceflow.com, "Variables"); setting one breaks the agent. */
export const builtInVariables: readonly string[] = [
  'intent_confidence',
  'last_event',
  'last_response',
  'last_utterance',
  'locale',
  'platform',
  'sessions',
  'timestamp',
  'user_id',
  'vf_chunks',
  'vf_date',
  'vf_day',
  'vf_memory',
  'vf_month',
  'vf_now',
  'vf_time',
  'vf_transcript_id',
  'vf_user_timezone',
  'vf_year',
];

/** Names that would change an object's behaviour somewhere on the way instead of naming a value. */
const objectInternals = new Set(['__proto__', 'constructor', 'prototype']);
const namePattern = /^[A-Za-z_][A-Za-z0-9_]*$/;
const longestName = 128;

export function isObjectInternal(name: string): boolean {
  return objectInternals.has(name);
}

/**
 * Checks the name of a variable as Voiceflow's editor would.
 * @throws CallError `invalid-variables`
 */
export function checkVariableName(name: string): void {
  const shown = `The variable name ${showName(name)}`;
  if (name.trim() === '') {
    throw invalidVariables(
      'empty-name',
      'A variable has no name',
      'Name it as in Voiceflow, or remove the row.',
    );
  }
  if (builtInVariables.includes(name)) {
    throw invalidVariables(
      'built-in-name',
      `${shown} belongs to Voiceflow, which fills it in by itself`,
      'Remove it, or choose a name of your own.',
    );
  }
  if (isObjectInternal(name)) {
    throw invalidVariables('reserved-name', `${shown} is reserved`, 'Choose another name.');
  }
  if (!namePattern.test(name) || name.length > longestName) {
    throw invalidVariables(
      'invalid-name',
      `${shown} is not one that Voiceflow accepts`,
      'Use letters, digits and _ only, and no digit at the start.',
    );
  }
}
