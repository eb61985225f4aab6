import { parse } from 'flatted';
import { waitFor } from './processes';
import type { WorkflowDraft } from './workflows';

/** One output item. */
export interface Item {
  json: Record<string, unknown>;
  pairedItem?: unknown;
}

/** One run of a node within an execution. */
export interface NodeRun {
  error?: { message: string; description?: string; context?: Record<string, unknown> };
  data?: Record<string, (Item[] | null)[]>;
}

export interface Execution {
  readonly id: string;
  readonly status: string;
  readonly mode: string;
  readonly error: NodeRun['error'] | undefined;
  /** The runs of a node, in their order. */
  runsOf(node: string): NodeRun[];
  /** What the last run of a node put out. */
  outputOf(node: string, output?: number): Item[];
}

/** n8n's own API behind the editor, as its owner's browser uses it. */
export interface N8nApi {
  post(path: string, body: unknown): Promise<Record<string, unknown>>;
  get(path: string): Promise<unknown>;
  /** @returns its id */
  createCredential(name: string, type: string, data: object): Promise<string>;
  /** @returns its id */
  createWorkflow(draft: WorkflowDraft): Promise<string>;
  /** Makes its webhooks available. */
  activate(workflowId: string): Promise<void>;
  /** Waits until they are, after a start of n8n. */
  published(workflowId: string): Promise<void>;
  /** All node types, as the editor gets them. */
  nodeTypes(): Promise<NodeTypeInfo[]>;
  /** Ids of its executions, the newest first. */
  executionsOf(workflowId: string): Promise<string[]>;
  execution(id: string): Promise<Execution>;
  /** Waits until the newest execution of a workflow is over, if it is not the one named. */
  finished(workflowId: string, options?: { after?: string; timeoutMs?: number }): Promise<Execution>;
}

export interface NodeTypeInfo {
  readonly name: string;
  readonly properties: readonly PropertyInfo[];
}

export interface PropertyInfo {
  readonly name: string;
  readonly displayName: string;
  readonly options?: readonly (PropertyInfo & { readonly value?: unknown })[];
}

export const owner = {
  email: 'owner@example.test',
  firstName: 'Olga',
  lastName: 'Owner',
  password: 'Not-A-Secret-1',
};

/** Sets n8n's owner up, or logs the owner in if that was done before. */
export async function connectN8n(url: string): Promise<N8nApi> {
  let cookie = '';

  async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${url}/rest${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(120_000),
    });
    const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
    if (cookies.length > 0) cookie = cookies.join('; ');
    const text = await response.text();
    if (!response.ok) throw new Error(`n8n answered ${method} ${path} with ${response.status}: ${text}`);
    return (JSON.parse(text) as { data: unknown }).data;
  }

  const post: N8nApi['post'] = async (path, body) =>
    (await ask('POST', path, body)) as Record<string, unknown>;
  const get: N8nApi['get'] = (path) => ask('GET', path);
  const idOf = (made: Record<string, unknown>): string => String(made['id']);

  const { email, password } = owner;
  await ask('POST', '/owner/setup', owner).catch(() =>
    ask('POST', '/login', { emailOrLdapLoginId: email, password }),
  );

  const api: N8nApi = {
    post,
    get,
    createCredential: async (name, type, data) => idOf(await post('/credentials', { name, type, data })),
    createWorkflow: async (draft) =>
      // The order of execution that the editor gives every new workflow.
      idOf(await post('/workflows', { settings: { executionOrder: 'v1' }, ...draft })),
    async activate(workflowId) {
      const { versionId } = (await get(`/workflows/${workflowId}`)) as { versionId: string };
      await post(`/workflows/${workflowId}/activate`, { versionId });
      await api.published(workflowId);
    },
    async published(workflowId) {
      // n8n registers webhooks a moment after it has answered.
      await waitFor('the webhook to be registered', async () => {
        const { status } = (await get(`/workflows/${workflowId}/publication-status`)) as { status: string };
        return status === 'published';
      });
    },
    async nodeTypes() {
      const response = await fetch(`${url}/types/nodes.json`, { headers: { cookie } });
      return (await response.json()) as NodeTypeInfo[];
    },
    async executionsOf(workflowId) {
      const filter = encodeURIComponent(JSON.stringify({ workflowId }));
      const { results } = (await get(`/executions?limit=100&filter=${filter}`)) as {
        results: { id: string }[];
      };
      return results.map(({ id }) => id).sort((a, b) => Number(b) - Number(a));
    },
    execution: async (id) => readExecution((await get(`/executions/${id}`)) as RawExecution),
    finished: (workflowId, { after, timeoutMs = 60_000 } = {}) =>
      waitFor(
        'the execution to end',
        async () => {
          const [newest] = await api.executionsOf(workflowId);
          if (newest === undefined || newest === after) return null;
          const execution = await api.execution(newest);
          return ['new', 'running', 'waiting'].includes(execution.status) ? null : execution;
        },
        { timeoutMs, everyMs: 250 },
      ),
  };
  return api;
}

interface RawExecution {
  id: string;
  status: string;
  mode: string;
  data: string;
}

function readExecution({ id, status, mode, data }: RawExecution): Execution {
  const { resultData } = parse(data) as {
    resultData: { runData: Record<string, NodeRun[]>; error?: NodeRun['error'] };
  };
  const runsOf = (node: string): NodeRun[] => resultData.runData[node] ?? [];
  return {
    id,
    status,
    mode,
    error: resultData.error,
    runsOf,
    outputOf: (node, output = 0) => runsOf(node).at(-1)?.data?.['main']?.[output] ?? [],
  };
}
