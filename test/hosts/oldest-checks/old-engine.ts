import type {
  ICredentialDataDecryptedObject,
  ICredentialType,
  IHttpRequestOptions,
  INode,
  INodeExecutionData,
  INodeTypes,
  IRun,
  IRunExecutionData,
  IWorkflowExecuteAdditionalData,
  Workflow,
} from 'n8n-workflow';
import type { Types } from './editor-questions';
import type { RunAnswer, RunJob } from './job';

/** The types are those of the n8n in this checkout; only what all versions have in common is used. */
export type Workflows = typeof import('n8n-workflow');

export function workflowFor(
  workflows: Workflows,
  types: Types,
  { parameters = {}, settings = {} }: Pick<RunJob, 'parameters' | 'settings'>,
): { workflow: Workflow; node: INode } {
  const node: INode = {
    id: 'node-1',
    name: 'Voiceflow',
    type: 'n8n-nodes-voiceflow.voiceflow',
    typeVersion: 1,
    position: [0, 0],
    parameters: { resource: 'call', operation: 'place', to: '={{ $json.to }}', ...parameters },
    credentials: { voiceflowApi: { id: '1', name: 'Voiceflow' } },
    ...settings,
  };
  const nodeTypes = {
    getByName: () => types.node,
    getByNameAndVersion: () => types.node,
    getKnownTypes: () => ({}),
  } as INodeTypes;
  const workflow = new workflows.Workflow({
    id: 'workflow-1',
    nodes: [node],
    connections: {},
    active: false,
    nodeTypes,
    settings: {},
  });
  return { workflow, node };
}

/** By hand, since n8n 1 has no function for it. */
export function runDataFor(node: INode, items: RunJob['items'] = [{}]): IRunExecutionData {
  const input = items.map((json): INodeExecutionData => ({ json }));
  return {
    version: 1,
    startData: {},
    resultData: { runData: {} },
    executionData: {
      contextData: {},
      metadata: {},
      nodeExecutionStack: [{ node, data: { main: [input] }, source: null }],
      waitingExecution: {},
      waitingExecutionSource: {},
    },
  } as unknown as IRunExecutionData;
}

/** The rest of n8n, as far as a node can see it; URLs have to be there, or expressions fail. */
export function additionalData(
  { credential: type }: Types,
  credential: ICredentialDataDecryptedObject,
  executionId?: string,
): IWorkflowExecuteAdditionalData {
  const url = 'http://127.0.0.1/';
  const names = ['restApiUrl', 'instanceBaseUrl', 'formBaseUrl', 'formWaitingBaseUrl', 'formTestBaseUrl'];
  names.push('webhookBaseUrl', 'webhookWaitingBaseUrl', 'webhookTestBaseUrl', 'mcpBaseUrl', 'mcpTestBaseUrl');
  return {
    ...Object.fromEntries(names.map((name) => [name, url])),
    credentialsHelper: credentialsHelper(type, credential),
    currentNodeExecutionIndex: 0,
    variables: {},
    logAiEvent: () => undefined,
    ...(executionId === undefined ? {} : { executionId }),
  } as unknown as IWorkflowExecuteAdditionalData;
}

/** n8n's credentials service: decrypts, and signs a request with the credential's own function. */
function credentialsHelper(
  { authenticate }: ICredentialType,
  credential: ICredentialDataDecryptedObject,
): object {
  return {
    getParentTypes: () => [],
    isCredentialUsableByNode: () => true,
    authenticate: (data: ICredentialDataDecryptedObject, _type: string, request: IHttpRequestOptions) => {
      if (typeof authenticate !== 'function') throw new Error('The credential has no authenticate function');
      return authenticate(data, request);
    },
    preAuthentication: () => Promise.resolve(undefined),
    runPreAuthentication: () => Promise.resolve(undefined),
    getDecrypted: () => Promise.resolve({ ...credential }),
    getCredentialsProperties: () => [],
  };
}

/** An error of n8n's, of which older versions leave some parts out. */
interface Failure {
  message: string;
  description?: string | null;
  context?: Record<string, unknown>;
}

export function readRun({ status, data }: IRun, ms: number): RunAnswer {
  const task = data.resultData.runData['Voiceflow']?.at(-1);
  const error = (task?.error ?? data.resultData.error) as unknown as Failure | undefined;
  return {
    status,
    items: (task?.data?.['main']?.[0] ?? []).map(({ json, pairedItem }) => ({ json, pairedItem })),
    error:
      error === undefined
        ? null
        : {
            message: error.message,
            description: error.description ?? '',
            context: error.context ?? {},
          },
    hints: (task?.hints ?? []).map(({ message }) => message),
    ms,
  };
}
