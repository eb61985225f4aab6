import { inspect } from 'node:util';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startSandbox } from '../../sandbox';
import { createN8nEngine, outputOf } from '../../support/n8n-engine';
import { inputFieldsMethod, performMethod, runZapier } from '../../support/zapier-app';
import { startZapierCache } from '../../support/zapier-cache';
import type { SecretCall } from './calls';
import { startEchoServer } from './echo-server';
import { apiKey, number } from './secrets';

type End = 'result' | 'error' | 'log';

/** What came of one call: results may hold the number, errors may not. */
export interface Trace {
  name: string;
  ends: End;
  expected: End;
  text: string;
}

const projectId = '65f0c0ffee0000000000cafe';
const outboundApi = '65f0c0ffee0ddba11ca11000';
const closedPort = 'http://127.0.0.1:9';

/** Runs `use` with the address of the server that this call is about. */
async function withServer(call: SecretCall, use: (baseUrl: string) => Promise<void>): Promise<void> {
  if (call.unreachable) {
    await use(closedPort);
  } else if (call.echo !== undefined) {
    const server = await startEchoServer(call.echo.status, call.echo.contentType);
    await use(server.url).finally(() => server.close());
  } else {
    const sandbox = await startSandbox({ apiKey, projectId, phoneNumberId: outboundApi });
    sandbox.script(...(call.faults ?? []));
    await use(sandbox.url).finally(() => sandbox.close());
  }
}

export async function tryInZapier(call: SecretCall): Promise<Trace[]> {
  const traces: Trace[] = [];
  const cache = await startZapierCache();
  const account = { rpc_base: cache.url, token: 'a token of Zapier', logToStdout: true };
  await withServer(call, async (baseUrl) => {
    const authData = { api_key: call.key ?? apiKey, project_id: projectId, base_url: baseUrl };
    const inputData = { outbound_api: outboundApi, to: call.to ?? number, variables: { user_name: 'Ada' } };
    const event = { authData, inputData };
    const attempt = async (name: string, method: string, expected?: End): Promise<void> => {
      const settled = await settle(() => runZapier(method, event, account));
      traces.push({ name: `Zapier, ${name}`, expected: expected ?? settled.ends, ...settled });
    };
    await attempt(call.name, performMethod, call.ends);
    if (call.faults === undefined) {
      await attempt(`${call.name}: connection test`, 'authentication.test');
      await attempt(`${call.name}: agent’s variables`, inputFieldsMethod);
    }
  });
  await cache.close();
  // What Zapier keeps for the user to look up, headers and bodies included: the number may be there.
  const kept: Trace = { name: `Zapier’s log, ${call.name}`, ends: 'log', expected: 'log', text: '' };
  kept.text = [...cache.logs, ...cache.entries.keys(), inspect(cache.entries)].join('\n');
  return [...traces, kept];
}

export async function createN8nTry(): Promise<(call: SecretCall) => Promise<Trace[]>> {
  const engine = await createN8nEngine();
  const tryOnce = async (call: SecretCall, goOn: boolean): Promise<Trace[]> => {
    const traces: Trace[] = [];
    await withServer(call, async (baseUrl) => {
      const run = await engine.run({
        items: [{ to: call.to ?? number }],
        parameters: parameters(),
        credential: { apiKey: call.key ?? apiKey, projectId, baseUrl, apiVersion: 'auto' },
        settings: goOn ? { onError: 'continueRegularOutput' } : {},
      });
      const name = `n8n, ${call.name}${goOn ? ', going on' : ''}`;
      const trace = (ends: End, value: unknown): void => {
        traces.push({ name, expected: call.ends, ends, text: show(value) });
      };
      const { error } = run.data.resultData;
      if (error !== undefined) trace('error', error);
      for (const { json } of outputOf(run)) {
        // The item that stands for a failed call repeats what was asked for in `details.to`.
        if ('error' in json) trace('error', withoutNumber(json));
        else trace('result', json);
      }
    });
    return traces;
  };
  return async (call) => [...(await tryOnce(call, false)), ...(await tryOnce(call, true))];
}

function parameters(): INodeParameters {
  return {
    resource: 'call',
    operation: 'place',
    outboundApi,
    to: '={{ $json.to }}',
    variablesMode: 'json',
    variablesJson: '{"user_name": "Ada"}',
  };
}

function withoutNumber(item: IDataObject): IDataObject {
  const { details, ...rest } = item;
  return { ...rest, details: { ...(details as IDataObject), to: null } };
}

async function settle(action: () => Promise<unknown>): Promise<Pick<Trace, 'ends' | 'text'>> {
  try {
    return { ends: 'result', text: show(await action()) };
  } catch (error) {
    return { ends: 'error', text: show(error) };
  }
}

/** Everything that a log could make of a value. */
function show(value: unknown): string {
  const texts = [inspect(value, { depth: 10, showHidden: true, maxStringLength: null }), String(value)];
  try {
    texts.push(JSON.stringify(value));
  } catch {
    // Circular: then JSON is no way for it to leak either.
  }
  return texts.join('\n');
}
