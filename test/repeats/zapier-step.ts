import type { Sandbox } from '../sandbox';
import type { ZapierCache } from '../support/zapier-cache';
import { performMethod, runZapier } from '../support/zapier-app';

/** What a step of a Zap ends with. */
export interface StepEnd {
  result: Record<string, unknown> | null;
  /** The class of the error, which tells Zapier what to do. */
  errorName: string | null;
  message: string;
  error: Record<string, unknown>;
}

export interface Step {
  sandbox: Sandbox;
  /** `null`: Zapier's local tool without an account. */
  cache: ZapierCache | null;
  inputData?: Readonly<Record<string, unknown>>;
}

export const phone = '+4532121000';

/** Runs the built app's step through Zapier's own handler. */
export async function runStep({ sandbox, cache, inputData = {} }: Step): Promise<StepEnd> {
  const event = {
    authData: { api_key: sandbox.apiKey, base_url: sandbox.url },
    inputData: { outbound_api: sandbox.phoneNumberId, to: phone, ...inputData },
  };
  const account = cache === null ? {} : { rpc_base: cache.url, token: 'a token of Zapier' };
  try {
    const result = (await runZapier(performMethod, event, account)) as Record<string, unknown>;
    return { result, errorName: null, message: '', error: {} };
  } catch (thrown) {
    const error = thrown as Error & Record<string, unknown>;
    return { result: null, errorName: error.name, message: error.message, error };
  }
}
