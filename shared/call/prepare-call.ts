import type { Connection } from '../connection/connection';
import { parseOutboundApi, type Endpoint } from '../endpoint/outbound-api';
import { parseCountry } from '../phone/countries';
import { parsePhoneNumber, type PhoneNumber } from '../phone/phone-number';
import { parsePolicy, type CallingPolicy, type RawPolicy } from '../policy/policy';
import type { ReadDoNotCall } from '../policy/do-not-call';
import { invalidSetting, isEmpty, parseFlag, parseNumber, refuseMissingValues } from '../setting';
import type { AgentVariable } from '../variables/agent-variable';
import {
  joinVariables,
  parseVariableRows,
  parseVariables,
  type VariableRow,
} from '../variables/check-variables';
import { convertVariable } from '../variables/convert';
import { toJsonObject, type JsonObject } from '../variables/json-value';

/** A call as people and platforms describe it; nothing in it is trusted. */
export interface RawCall extends RawPolicy {
  outboundApi?: unknown;
  to?: unknown;
  defaultCountry?: unknown;
  requireValidNumber?: unknown;
  /** Fields of the agent's variables by name; one that was never touched (`undefined`, `null`) is not sent. */
  agentVariables?: Readonly<Record<string, unknown>>;
  /** An object, or JSON text of one. */
  variables?: unknown;
  variableRows?: readonly VariableRow[];
  detectAnsweringMachine?: unknown;
  dryRun?: unknown;
  /** In seconds. */
  timeout?: unknown;
  /** Replaces the whole request as that by which a repeat is recognised. */
  deduplicationKey?: unknown;
}

/** A call that can be placed as it stands. */
export interface OutboundCall {
  readonly endpoint: Endpoint;
  readonly to: PhoneNumber;
  readonly variables: JsonObject;
  readonly detectAnsweringMachine: boolean | undefined;
  readonly dryRun: boolean;
  readonly policy: CallingPolicy;
  readonly deduplicationKey: string | null;
  /** For everything that belongs to this call, from the first request to the last byte. */
  readonly timeoutMs: number;
}

/** In seconds. Zapier ends a step after 30, so a call must have ended before. */
export const timeoutBounds = { min: 1, max: 300, fallback: 20 } as const;

/** Like the rules of the policy, these protect people, so they must not get lost. */
const safeguards = ['dryRun', 'requireValidNumber', 'deduplicationKey'] as const;

/**
 * Checks everything about a call before anything is sent.
 * @param listVariables tells the types of the agent's variables; asked only if a field of one is filled
 * @param readDoNotCall one for a whole batch, so that a long list is read once
 * @throws CallError `invalid-*`, or what `listVariables` throws
 */
export async function prepareCall(
  raw: RawCall,
  connection: Connection,
  listVariables: () => Promise<readonly AgentVariable[]>,
  readDoNotCall: ReadDoNotCall,
): Promise<OutboundCall> {
  refuseMissingValues(raw, safeguards);
  const defaultCountry = parseCountry(raw.defaultCountry, 'defaultCountry');
  const call = {
    endpoint: parseOutboundApi(raw.outboundApi, connection.baseUrl, connection.dialect),
    to: parsePhoneNumber(raw.to, {
      defaultCountry,
      requireValid: parseFlag(raw.requireValidNumber, 'requireValidNumber') ?? false,
    }),
    detectAnsweringMachine: parseFlag(raw.detectAnsweringMachine, 'detectAnsweringMachine'),
    dryRun: parseFlag(raw.dryRun, 'dryRun') ?? false,
    policy: parsePolicy(raw, defaultCountry, readDoNotCall),
    deduplicationKey: parseDeduplicationKey(raw.deduplicationKey),
    timeoutMs: parseNumber(raw.timeout, 'timeout', timeoutBounds) * 1000,
  };
  const free = joinVariables(parseVariables(raw.variables), parseVariableRows(raw.variableRows ?? []));
  const declared = await convertFields(raw.agentVariables ?? {}, listVariables);
  return { ...call, variables: joinVariables(declared, free) };
}

async function convertFields(
  fields: Readonly<Record<string, unknown>>,
  listVariables: () => Promise<readonly AgentVariable[]>,
): Promise<JsonObject> {
  const touched = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  // Empty text is sent whatever the type, so there is nothing to ask for.
  const known = touched.every(([, value]) => isEmpty(value)) ? [] : await listVariables();
  return toJsonObject(touched, (name, value) => {
    const variable = known.find((candidate) => candidate.name === name);
    return convertVariable(variable ?? { name, description: null, datatype: 'any', isArray: false }, value);
  });
}

/** Empty is no key: people whose cell is empty are not all the same person. */
function parseDeduplicationKey(input: unknown): string | null {
  if (isEmpty(input)) return null;
  if (typeof input === 'string' || typeof input === 'number') return String(input).trim();
  throw invalidSetting(
    'deduplicationKey',
    'not-text',
    'is neither text nor a number',
    'Map one text, such as an ID.',
  );
}
