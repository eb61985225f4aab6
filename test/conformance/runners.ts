import { inspect } from 'node:util';
import type { INodeParameters } from 'n8n-workflow';
import { coreCaller } from '../support/core-host';
import { createN8nEngine, outputOf, type N8nEngine } from '../support/n8n-engine';
import { startZapierCache } from '../support/zapier-cache';
import { performMethod, runZapier } from '../support/zapier-app';
import type { CaseCall } from './case';
import { errorFacts, type Runner } from './runner';

export const runCore: Runner = async (call, connection, timeout) => {
  try {
    const caller = coreCaller(connection);
    const prepared = await caller.prepare({ ...call, ...(timeout === undefined ? {} : { timeout }) });
    const result = { ...(await caller.place(prepared)) };
    return { result, text: inspect(result) };
  } catch (error) {
    return { error: errorFacts(error), text: inspect(error) };
  }
};

/** Zapier has no setting for the time limit: its own is 30 s for everything. */
export const runInZapier: Runner = async (call, connection) => {
  const { apiKey, projectId, baseUrl, apiVersion } = connection;
  const authData = { api_key: apiKey, project_id: projectId, base_url: baseUrl, api_version: apiVersion };
  const { agentVariables = {}, ...rest } = call;
  const inputData = Object.fromEntries([
    ...Object.entries(rest).map(([name, value]) => [snakeCase(name), value]),
    ...Object.entries(agentVariables).map(([name, value]) => [`variable__${name}`, value]),
  ]) as Record<string, unknown>;
  const cache = await startZapierCache();
  try {
    const account = { rpc_base: cache.url, token: 'a token of Zapier' };
    const results = await runZapier(performMethod, { authData, inputData }, account);
    const result = { ...(results as Record<string, unknown>) };
    expect(cache.entries.size).toBe(0);
    return { result, text: inspect(result) };
  } catch (error) {
    return { error: errorFacts(error), text: inspect(error) };
  } finally {
    await cache.close();
  }
};

/** The user's values come out of the item through expressions, as in most workflows. */
export async function createN8nRunner(): Promise<Runner> {
  const engine: N8nEngine = await createN8nEngine();
  return async (call, connection, timeout) => {
    const run = await engine.run({
      items: [{ call: JSON.parse(JSON.stringify(call)) }],
      parameters: parametersOf(call, timeout),
      credential: { ...connection },
    });
    const [item] = outputOf(run);
    const { error } = run.data.resultData;
    const text = inspect([item, error], { depth: 9 });
    if (item !== undefined) {
      expect(item.pairedItem).toEqual({ item: 0 });
      return { result: { ...item.json }, text };
    }
    const { errorCode: code, ...facts } = (error as { context?: Record<string, unknown> }).context ?? {};
    return { error: errorFacts({ code, ...facts }), text };
  };
}

const policyNames = [
  'requireValidNumber',
  'allowedCountries',
  'blockCostlyNumbers',
  'callingHoursStart',
  'callingHoursEnd',
  'callingDays',
  'timeZone',
  'consent',
  'doNotCall',
  'whenNotAllowed',
] as const;

function parametersOf(call: CaseCall, timeout: number | undefined): INodeParameters {
  const mapped = (name: keyof CaseCall): INodeParameters =>
    name in call ? { [name]: `={{ $json.call.${name} }}` } : {};
  const value = Object.keys(call.agentVariables ?? {}).map((name) => [
    name,
    `={{ $json.call.agentVariables.${name} }}`,
  ]);
  return {
    resource: 'call',
    operation: 'place',
    ...mapped('outboundApi'),
    ...mapped('to'),
    ...mapped('defaultCountry'),
    ...(call.agentVariables === undefined
      ? { variablesMode: 'json', variablesJson: 'variables' in call ? '={{ $json.call.variables }}' : '' }
      : {
          variablesMode: 'agent',
          agentVariables: {
            mappingMode: 'defineBelow',
            value: Object.fromEntries(value) as INodeParameters,
            matchingColumns: [],
            schema: [],
          },
        }),
    options: { ...mapped('detectAnsweringMachine'), ...mapped('dryRun') },
    callingPolicy: Object.assign({}, ...policyNames.map(mapped)) as INodeParameters,
    // Zapier waits for no line: there, the step is run again later.
    delivery: { waitForFreeLine: 0, ...(timeout === undefined ? {} : { timeout }) },
  };
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
