import type { CallResult } from '../../shared';

/** A call in the words that both products show; each fills in its own form with it. */
export interface DemoCall {
  to: string;
  defaultCountry?: string;
  /** Fields of the agent's variables, as typed. */
  agentVariables?: Readonly<Record<string, string | readonly string[]>>;
  /** Other variables: a table of names and values in Zapier, JSON in n8n. */
  variables?: Readonly<Record<string, string>>;
  dryRun?: boolean;
}

export interface Scenario {
  title: string;
  call: DemoCall;
  /** The body that has to arrive, once; `null`: nothing may arrive. */
  arrives: Readonly<Record<string, unknown>> | null;
  /** The status of the result, or the code of the error. */
  ends: string;
}

/** What a user gets of one call, in the same form for both products. */
export interface Ending {
  /** The status of the result, or the code of the error. */
  ends: string;
  /** The rest of it, in the product's own words. */
  words: string;
}

/** Places one call the way one product does it. */
export interface Product {
  name: string;
  place(call: DemoCall): Promise<Ending>;
}

export interface DemoConnection {
  apiKey: string;
  projectId: string;
  baseUrl: string;
  outboundApi: string;
}

/** A result in a line: the number as it was read, and what Voiceflow answered. */
export function endingOf(result: unknown): Ending {
  const { status, to, country, httpStatus } = result as CallResult;
  const answer = httpStatus === null ? 'nothing was sent' : `HTTP ${httpStatus}`;
  return { ends: status, words: `${to} (${country ?? 'no country'}), ${answer}` };
}
