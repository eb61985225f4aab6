import { setTimeout } from 'node:timers/promises';
import type { Sandbox } from '../sandbox';

/**
 * What a workflow does today that places its calls with n8n's own HTTP Request node. The node itself is not
 * installed here: it is part of n8n-nodes-base, which brings several hundred others. This is its loop, as far as
 * it matters: the requests of all items leave together, it waits for all of them, one answer that is no 2xx
 * fails the node, and *Retry On Fail* runs the whole node again.
 */
export async function httpRequestNode(
  sandbox: Sandbox,
  phones: readonly string[],
  { tries = 1, waitBetweenTriesMs = 1_000 } = {},
): Promise<{ failed: boolean }> {
  for (let attempt = 1; ; attempt += 1) {
    const answers = await Promise.allSettled(phones.map((to) => post(sandbox, to)));
    const failed = answers.some(({ status }) => status === 'rejected');
    if (!failed || attempt === tries) return { failed };
    await setTimeout(waitBetweenTriesMs);
  }
}

async function post(sandbox: Sandbox, to: string): Promise<void> {
  const url = `${sandbox.url}/v1alpha1/phone-number/${sandbox.phoneNumberId}/outbound`;
  const headers = { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ to }) });
  await response.text();
  if (!response.ok) throw new Error(`Request failed with status code ${response.status}`);
}
