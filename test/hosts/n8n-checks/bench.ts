import type { Sandbox } from '../../sandbox';
import type { N8nApi } from '../support/n8n-api';
import type { N8nProcess } from '../support/n8n-process';
import type { Running } from '../support/processes';
import type { Report } from '../support/report';
import { webhookBatch, type VoiceflowUse } from '../support/workflows';

/** One real n8n with the node installed, a sandbox, and a credential that leads from one to the other. */
export interface Bench {
  readonly report: Report;
  readonly sandbox: Sandbox;
  readonly n8n: N8nProcess;
  /** The running n8n; another one after it was killed. */
  server: Running;
  readonly api: N8nApi;
  readonly use: VoiceflowUse;
}

export type BatchSettings = Parameters<typeof webhookBatch>[2];

/** Saves and activates a workflow that calls whom its webhook is told to. @returns its id */
export async function activeBatch(bench: Bench, path: string, settings: BatchSettings = {}): Promise<string> {
  const id = await bench.api.createWorkflow(webhookBatch(path, bench.use, settings));
  await bench.api.activate(id);
  return id;
}

export interface Answer {
  readonly status: number;
  readonly items: Record<string, unknown>[];
  readonly text: string;
}

/** Calls a production webhook, as a customer's system does. */
export async function callWebhook(bench: Pick<Bench, 'n8n'>, path: string, body: object): Promise<Answer> {
  const response = await fetch(`${bench.n8n.url}/webhook/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(120_000),
  });
  const text = await response.text();
  let items: unknown;
  try {
    items = JSON.parse(text);
  } catch {
    items = [];
  }
  return { status: response.status, text, items: Array.isArray(items) ? (items as Answer['items']) : [] };
}

/** Facts of an error item, as *Continue On Fail* puts it out. */
export function details(json: Record<string, unknown> | undefined): Record<string, unknown> {
  return (json?.['details'] ?? {}) as Record<string, unknown>;
}
