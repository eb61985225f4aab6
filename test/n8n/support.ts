import type { IDataObject, INodeParameters, IRun } from 'n8n-workflow';
import type { Sandbox } from '../sandbox';
import type { N8nEngine, NodeRun } from '../support/n8n-engine';

/** Runs the node with plain parameters against a sandbox. */
export function runNode(
  engine: N8nEngine,
  sandbox: Sandbox,
  parameters: INodeParameters,
  rest: Partial<Omit<NodeRun, 'parameters'>> & { items?: readonly IDataObject[] } = {},
): Promise<IRun> {
  const { apiKey, url: baseUrl, projectId, phoneNumberId: outboundApi } = sandbox;
  return engine.run({
    credential: { apiKey, baseUrl, projectId, apiVersion: 'auto' },
    parameters: { resource: 'call', operation: 'place', outboundApi, to: '={{ $json.to }}', ...parameters },
    ...rest,
  });
}
