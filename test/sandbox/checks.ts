import type { IncomingMessage } from 'node:http';
import type { AnswerFault } from './fault';
import { refuse } from './faults';

/** Told apart from a parsed object by its class, since outside data can have any shape. */
export class Refusal {
  constructor(readonly answer: AnswerFault) {}
}

const JSON_TYPE = /^application\/json(\s*;\s*charset="?utf-8"?)?$/i;

/** Exactly one Authorization header with exactly this value. The answer never repeats what was sent. */
export function checkAuthorization(request: IncomingMessage, expected: string): AnswerFault | null {
  const values = request.headersDistinct['authorization'] ?? [];
  if (values.length === 1 && values[0] === expected) return null;
  // The products hide what comes after “Bearer” and a space, so these words have quotes right behind it.
  const form = expected.startsWith('Bearer ') ? '"Bearer", a space and the API key' : 'the API key alone';
  return refuse(401, `Unauthorized. Verify that your API key is correct; this path takes ${form}.`);
}

export function checkContentType(request: IncomingMessage): AnswerFault | null {
  const values = request.headersDistinct['content-type'] ?? [];
  const [value] = values;
  if (values.length === 1 && value !== undefined && JSON_TYPE.test(value)) return null;
  return refuse(415, 'The content type must be application/json.');
}

export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON object in these bytes, or why there is none. A byte order mark is not JSON either. */
export function parseJsonObject(body: Buffer): Record<string, unknown> | Refusal {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return new Refusal(refuse(400, 'The body is not UTF-8.'));
  }
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : new Refusal(refuse(400, 'The body must be a JSON object.'));
  } catch {
    return new Refusal(refuse(400, 'The body is not JSON.'));
  }
}
