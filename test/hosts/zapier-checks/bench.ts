import type { Sandbox } from '../../sandbox';
import type { ZapierCache } from '../../support/zapier-cache';
import type { Report } from '../support/report';
import type { Handler, HandlerAnswer } from './handler';
import type { Tool } from './tool';
import type { ZapierServer } from './zapier-server';

/** The app in three forms: the copy that the tool works on, the zip, and the unpacked zip's handler. */
export interface Bench {
  readonly report: Report;
  readonly sandbox: Sandbox;
  readonly cache: ZapierCache;
  readonly zapier: ZapierServer;
  readonly tool: Tool;
  readonly handler: Handler;
  readonly app: string;
  readonly unpacked: string;
  /** The paths of the zip's files. */
  readonly files: readonly string[];
}

/** What the connection's fields hold. */
export function connection({ sandbox }: Pick<Bench, 'sandbox'>): Record<string, string> {
  const { apiKey, projectId, url } = sandbox;
  return { api_key: apiKey, project_id: projectId, base_url: url, api_version: 'auto' };
}

/** Runs one of the app's functions in a fresh process, with Zapier's cache at hand. */
export function execute(
  bench: Bench,
  method: string,
  inputData: Readonly<Record<string, unknown>> = {},
  authData: Readonly<Record<string, string>> = connection(bench),
): Promise<HandlerAnswer> {
  return bench.handler({
    command: 'execute',
    method,
    bundle: { authData, inputData, inputDataRaw: inputData, meta: {} },
    rpc_base: bench.cache.url,
    token: 'a token of Zapier',
  });
}

/** Runs the step of a Zap. */
export function placeCall(
  bench: Bench,
  inputData: Readonly<Record<string, unknown>>,
): Promise<HandlerAnswer> {
  const { phoneNumberId } = bench.sandbox;
  const input = { outbound_api: phoneNumberId, ...inputData };
  return execute(bench, 'creates.place_outbound_call.operation.perform', input);
}
