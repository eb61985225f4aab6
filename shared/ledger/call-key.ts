import type { OutboundCall } from '../call/prepare-call';
import type { Connection } from '../connection/connection';
import type { Host } from '../host';
import type { JsonValue } from '../variables/json-value';

/**
 * By what a repeat is recognised. Never contains the time, and is hashed, so that a store holds no number.
 * - `request`: the whole request: endpoint, number and variables
 * - `callee`: endpoint and number, for an AI agent, which repeats a call with other words
 */
export type KeyKind = 'request' | 'callee';

export function callKey(
  call: OutboundCall,
  connection: Connection,
  kind: KeyKind,
  hash: Host['hash'],
): string {
  if (call.deduplicationKey !== null) return hash(JSON.stringify(['own', call.deduplicationKey]));
  const callee = [connection.baseUrl('runtime-api'), call.endpoint.phoneNumberId, call.to.e164];
  return hash(JSON.stringify(kind === 'callee' ? [kind, callee] : [kind, callee, canonical(call.variables)]));
}

/** The same for any order of names. */
function canonical(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return ['list', ...value.map((entry: JsonValue) => canonical(entry))];
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, entry]): [string, JsonValue] => [name, canonical(entry)]);
  // Pairs and not an object: an object would put names like “1” first, whatever their order.
  return ['object', ...entries.sort(([a], [b]) => (a < b ? -1 : 1))];
}
