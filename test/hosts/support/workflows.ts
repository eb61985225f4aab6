import { randomUUID } from 'node:crypto';

/** A workflow in the form in which n8n saves and imports it. */
export interface WorkflowDraft {
  name: string;
  nodes: WorkflowNode[];
  connections: Record<string, Record<string, { node: string; type: string; index: number }[][]>>;
  settings?: Record<string, unknown>;
}

export interface WorkflowNode {
  id: string;
  name: string;
  type: string;
  typeVersion: number;
  position: [number, number];
  parameters: Record<string, unknown>;
  credentials?: Record<string, { id: string; name: string }>;
  [setting: string]: unknown;
}

export const nodeType = 'n8n-nodes-voiceflow.voiceflow';

/** How to reach the sandbox: the credential in n8n, and the phone number's id. */
export interface VoiceflowUse {
  credentialId: string;
  outboundApi: string;
}

export function node(
  name: string,
  type: string,
  typeVersion: number,
  parameters: object,
  settings: object = {},
): WorkflowNode {
  const position: [number, number] = [0, 0];
  return { id: randomUUID(), name, type, typeVersion, position, parameters: { ...parameters }, ...settings };
}

/** The node under test. Its parameters take their values from the item, as in most workflows. */
export function voiceflow(
  { credentialId, outboundApi }: VoiceflowUse,
  parameters: object = {},
  settings: object = {},
): WorkflowNode {
  return node(
    'Voiceflow',
    nodeType,
    1,
    { resource: 'call', operation: 'place', outboundApi, to: '={{ $json.to }}', ...parameters },
    { credentials: { voiceflowApi: { id: credentialId, name: 'Voiceflow' } }, ...settings },
  );
}

type Answer = 'lastNode' | 'onReceived';

/** A POST webhook; the calls are the list `calls` in its body. */
export function webhook(path: string, answer: Answer = 'lastNode'): WorkflowNode {
  const response = answer === 'lastNode' ? { responseMode: 'lastNode', responseData: 'allEntries' } : {};
  const parameters = { httpMethod: 'POST', path, ...response };
  return node('Webhook', 'n8n-nodes-base.webhook', 2, parameters, { webhookId: randomUUID() });
}

export function splitOut(field: string): WorkflowNode {
  return node('Split Out', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: field, options: {} });
}

export function manualTrigger(): WorkflowNode {
  return node('Start', 'n8n-nodes-base.manualTrigger', 1, {});
}

/** A node that puts out one item with these fields. */
export function constant(json: object): WorkflowNode {
  const parameters = { mode: 'raw', jsonOutput: JSON.stringify(json), options: {} };
  return node('Constant', 'n8n-nodes-base.set', 3.4, parameters);
}

/** Nodes one after the other. */
export function chain(name: string, ...nodes: WorkflowNode[]): WorkflowDraft {
  const connections: WorkflowDraft['connections'] = {};
  nodes.forEach((one, index) => {
    one.position = [index * 220, 0];
    const next = nodes[index + 1];
    if (next !== undefined) connections[one.name] = { main: [[{ node: next.name, type: 'main', index: 0 }]] };
  });
  return { name, nodes, connections };
}

/** A webhook whose body holds a list of calls, and the node under test. */
export function webhookBatch(
  path: string,
  use: VoiceflowUse,
  {
    parameters = {},
    settings = {},
    answer,
  }: { parameters?: object; settings?: object; answer?: Answer } = {},
): WorkflowDraft {
  return chain(path, webhook(path, answer), splitOut('body.calls'), voiceflow(use, parameters, settings));
}
