import type { Connection } from '../connection/connection';
import { parseOutboundApi, type Endpoint } from '../endpoint/outbound-api';
import { parseCountry } from '../phone/countries';
import { parsePhoneNumber, type PhoneNumber } from '../phone/phone-number';
import { isEmpty, parseFlag, parseNumber } from '../setting';
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
export interface RawCall {
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
  timeout?: unknown;
}

/** A call that can be placed as it stands. */
export interface OutboundCall {
  readonly endpoint: Endpoint;
  readonly to: PhoneNumber;
  readonly variables: JsonObject;
  readonly detectAnsweringMachine: boolean | undefined;
  readonly dryRun: boolean;
  /** For everything that belongs to this call, from the first request to the last byte. */
  readonly timeoutMs: number;
}

/** In seconds. Zapier ends a step after 30, so a call must have ended before. */
export const timeoutBounds = { min: 1, max: 300, fallback: 20 } as const;

/**
 * Checks everything about a call before anything is sent.
 * @param listVariables tells the types of the agent's variables; asked only if a field of one is filled
 * @throws CallError `invalid-*`, or what `listVariables` throws
 */
export async function prepareCall(
  raw: RawCall,
  connection: Connection,
  listVariables: () => Promise<readonly AgentVariable[]>,
): Promise<OutboundCall> {
  const call = {
    endpoint: parseOutboundApi(raw.outboundApi, connection.baseUrl, connection.dialect),
    to: parsePhoneNumber(raw.to, {
      defaultCountry: parseCountry(raw.defaultCountry, 'defaultCountry'),
      requireValid: parseFlag(raw.requireValidNumber, 'requireValidNumber') ?? false,
    }),
    detectAnsweringMachine: parseFlag(raw.detectAnsweringMachine, 'detectAnsweringMachine'),
    dryRun: parseFlag(raw.dryRun, 'dryRun') ?? false,
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
