import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  ICredentialDataDecryptedObject,
  ICredentialsHelper,
  IDataObject,
  IHttpRequestOptions,
  INode,
  INodeExecutionData,
  INodeParameters,
  INodeTypes,
  IRun,
  IWorkflowExecuteAdditionalData,
  WorkflowExecuteMode,
} from 'n8n-workflow';

process.env['N8N_USER_FOLDER'] ??= mkdtempSync(join(tmpdir(), 'n8n-engine-'));
process.env['N8N_ENCRYPTION_KEY'] ??= 'a key for tests only';
process.env['N8N_LOG_LEVEL'] ??= 'silent';

export const n8nDist = join(__dirname, '../../n8n/dist');

export interface NodeRun {
  items?: readonly IDataObject[];
  parameters: INodeParameters;
  credential: ICredentialDataDecryptedObject;
  /** Settings of the node beside its parameters, such as `onError` and `retryOnFail`. */
  settings?: Partial<INode>;
  mode?: WorkflowExecuteMode;
  executionId?: string;
  /** Called whenever n8n decrypts the credential; what it throws is what n8n then throws. */
  onCredential?: () => void;
  /** Called with a function that stops the run, as n8n's stop button does. */
  onStart?: (stop: () => void) => void;
}

export interface N8nEngine {
  /** Runs the built node in n8n's own engine, as a workflow of this one node. */
  run(run: NodeRun): Promise<IRun>;
}

/** The items on the first output, or the error that ended the run. */
export function outputOf(run: IRun, output = 0): INodeExecutionData[] {
  const task = run.data.resultData.runData['Voiceflow']?.at(-1);
  return task?.data?.['main']?.[output] ?? [];
}

/** Loads n8n's engine and the built package. n8n is loaded late, since it reads the environment at once. */
export async function createN8nEngine(): Promise<N8nEngine> {
  const { CustomDirectoryLoader, ExecutionLifecycleHooks, WorkflowExecute } = await import('n8n-core');
  const { createRunExecutionData, Workflow } = await import('n8n-workflow');
  const loader = new CustomDirectoryLoader(n8nDist);
  await loader.loadAll();

  const nodeTypes: INodeTypes = {
    getByName: (name) => loader.getNode(name.replace(/^CUSTOM\./, '')).type,
    getByNameAndVersion: (name) => asSingleVersion(loader.getNode(name.replace(/^CUSTOM\./, '')).type),
    getKnownTypes: () => ({}),
  };
  const { type: credentialType } = loader.getCredential('voiceflowApi');

  return {
    async run({ items = [{}], parameters, credential, settings, mode = 'manual', executionId, ...rest }) {
      const node: INode = {
        id: 'node-1',
        name: 'Voiceflow',
        type: 'CUSTOM.voiceflow',
        typeVersion: 1,
        position: [0, 0],
        parameters,
        credentials: { voiceflowApi: { id: '1', name: 'Voiceflow' } },
        ...settings,
      };
      const workflow = new Workflow({
        id: 'workflow-1',
        nodes: [node],
        connections: {},
        active: false,
        nodeTypes,
        settings: {},
      });
      const input = items.map((json): INodeExecutionData => ({ json }));
      const runData = createRunExecutionData({
        executionData: { nodeExecutionStack: [{ node, data: { main: [input] }, source: null }] },
      });
      const additionalData = additionalDataFor(
        credentialsHelper(credential, credentialType.authenticate, rest.onCredential),
        executionId,
      );
      additionalData.hooks = new ExecutionLifecycleHooks(mode, executionId ?? '1', {
        id: workflow.id,
        name: 'Test',
        active: false,
        isArchived: false,
        createdAt: new Date(0),
        updatedAt: new Date(0),
        activeVersionId: null,
        nodes: [node],
        connections: {},
      });
      const running = new WorkflowExecute(additionalData, mode, runData).processRunExecutionData(workflow);
      rest.onStart?.(() => void running.cancel());
      return await running;
    },
  };
}

function asSingleVersion(
  type: ReturnType<INodeTypes['getByName']>,
): ReturnType<INodeTypes['getByNameAndVersion']> {
  if ('nodeVersions' in type) throw new Error('The node has several versions');
  return type;
}

/** What n8n's credentials service does: decrypts, and signs a request with the credential's own function. */
function credentialsHelper(
  credential: ICredentialDataDecryptedObject,
  authenticate: unknown,
  onCredential: () => void = () => undefined,
): ICredentialsHelper {
  const refuse = (): Promise<never> => Promise.reject(new Error('not needed here'));
  return {
    getParentTypes: () => [],
    isCredentialUsableByNode: () => true,
    authenticate: async (
      data: ICredentialDataDecryptedObject,
      _type: string,
      request: IHttpRequestOptions,
    ) => {
      if (typeof authenticate !== 'function') throw new Error('The credential has no authenticate function');
      return (await authenticate(data, request)) as IHttpRequestOptions;
    },
    preAuthentication: () => Promise.resolve(undefined),
    runPreAuthentication: () => Promise.resolve(undefined),
    getCredentials: refuse,
    getDecrypted: async () => {
      await Promise.resolve();
      onCredential();
      return { ...credential };
    },
    updateCredentials: refuse,
    updateCredentialsOauthTokenData: refuse,
    getCredentialsProperties: () => [],
  };
}

/** The rest of n8n, as far as a node can see it; URLs have to be there, or expressions fail. */
function additionalDataFor(
  helper: ICredentialsHelper,
  executionId: string | undefined,
): IWorkflowExecuteAdditionalData {
  const url = 'http://127.0.0.1/';
  return {
    credentialsHelper: helper,
    currentNodeExecutionIndex: 0,
    variables: {},
    restApiUrl: url,
    instanceBaseUrl: url,
    formBaseUrl: url,
    formWaitingBaseUrl: url,
    formTestBaseUrl: url,
    webhookBaseUrl: url,
    webhookWaitingBaseUrl: url,
    webhookTestBaseUrl: url,
    mcpBaseUrl: url,
    mcpTestBaseUrl: url,
    logAiEvent: () => undefined,
    ...(executionId === undefined ? {} : { executionId }),
  } as unknown as IWorkflowExecuteAdditionalData;
}
