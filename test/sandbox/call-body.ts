import { BUILT_IN_NAMES } from './agent-variables';
import { Refusal, isJsonObject, parseJsonObject } from './checks';
import { refuse } from './faults';

/** A body that Voiceflow's documentation allows. */
export interface CallBody {
  to: string;
  variables: Record<string, unknown> | undefined;
  amd: boolean | undefined;
}

const E164 = /^\+[1-9]\d{6,14}$/;
const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const KEYS = ['to', 'variables', 'amd'];

/** Reads the body of an outbound call; everything that is not documented is refused. */
export function parseCallBody(bytes: Buffer): CallBody | Refusal {
  const body = parseJsonObject(bytes);
  if (body instanceof Refusal) return body;

  const { to, variables, amd } = body;
  const unknownKey = Object.keys(body).find((key) => !KEYS.includes(key));
  if (unknownKey !== undefined) return refusal(`Unknown property ${JSON.stringify(unknownKey)}.`);
  if (typeof to !== 'string' || !E164.test(to))
    return refusal('"to" must be a phone number in E.164 format.');
  if (amd !== undefined && typeof amd !== 'boolean') return refusal('"amd" must be true or false.');
  if (variables === undefined) return { to, variables, amd };

  if (!isJsonObject(variables)) return refusal('"variables" must be an object.');
  for (const name of Object.keys(variables)) {
    if (!VARIABLE_NAME.test(name)) return refusal(`${JSON.stringify(name)} is no variable name.`);
    if (BUILT_IN_NAMES.includes(name)) return refusal(`The variable ${name} is built in.`);
  }
  return { to, variables, amd };
}

function refusal(message: string): Refusal {
  return new Refusal(refuse(400, message));
}
