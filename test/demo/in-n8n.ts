import type { INodeParameters } from 'n8n-workflow';
import { createN8nEngine, outputOf } from '../support/n8n-engine';
import { endingOf, type DemoCall, type DemoConnection, type Product } from './scenario';

/** The built node in n8n's own engine, as a workflow of one node. */
export async function n8nWith({ outboundApi, ...connection }: DemoConnection): Promise<Product> {
  const engine = await createN8nEngine();
  const credential = { ...connection, apiVersion: 'auto' };
  return {
    name: 'n8n',
    async place(call) {
      const run = await engine.run({ parameters: parametersOf(call, outboundApi), credential });
      const [item] = outputOf(run);
      if (item !== undefined) return endingOf(item.json);
      const error = run.data.resultData.error as unknown as {
        message: string;
        description?: string | null;
        context?: { errorCode?: unknown };
      };
      return {
        ends: String(error.context?.errorCode),
        words: [error.message, error.description].filter(Boolean).join(' '),
      };
    },
  };
}

function parametersOf(call: DemoCall, outboundApi: string): INodeParameters {
  const { to, defaultCountry = '', agentVariables, variables, dryRun } = call;
  return {
    resource: 'call',
    operation: 'place',
    outboundApi,
    to,
    defaultCountry,
    ...(agentVariables === undefined
      ? { variablesMode: 'json', variablesJson: JSON.stringify(variables ?? {}) }
      : {
          variablesMode: 'agent',
          agentVariables: {
            mappingMode: 'defineBelow',
            value: agentVariables as INodeParameters,
            matchingColumns: [],
            schema: [],
          },
        }),
    options: dryRun === undefined ? {} : { dryRun },
  };
}
