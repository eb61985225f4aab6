import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as zapier from 'zapier-platform-core';

/** The built app, as Zapier loads it. */
export const zapierDist = join(__dirname, '../../zapier/dist/index.js');

export interface ZapierEvent {
  authData: Readonly<Record<string, unknown>>;
  inputData?: Readonly<Record<string, unknown>>;
  meta?: Readonly<Record<string, unknown>>;
}

// Works in a test and in a plain process alike.
const load = createRequire(__filename) as (path: string) => unknown;

type Handler = (event: Readonly<Record<string, unknown>>) => Promise<{ results: unknown }>;

// The published types leave this function out.
const { createAppHandler } = zapier as unknown as { createAppHandler: (app: unknown) => Handler };

/** Asks Zapier's handler about the app itself: `validate` gives the errors of its schema, `definition` the app. */
export async function runZapierCommand(command: 'validate' | 'definition'): Promise<unknown> {
  const { results } = await createAppHandler(load(zapierDist))({ command });
  return results;
}

/** Runs one of the app's functions through Zapier's own handler, as a Zap does. */
export async function runZapier(method: string, event: ZapierEvent, extra: object = {}): Promise<unknown> {
  process.env['DISABLE_ZAPIER_ANALYTICS'] = '1';
  const handler = createAppHandler(load(zapierDist));
  const { authData, inputData = {}, meta = {} } = event;
  const { results } = await handler({
    command: 'execute',
    method,
    bundle: { authData, inputData, inputDataRaw: inputData, meta },
    ...extra,
  });
  return results;
}

export const performMethod = 'creates.place_outbound_call.operation.perform';
export const inputFieldsMethod = 'creates.place_outbound_call.operation.inputFields';
