import type { CaseCall } from './case';

/** What a user gets, in neutral form. */
export interface Outcome {
  result?: Record<string, unknown>;
  error?: { code: unknown; outcome: unknown; field: unknown; reason: unknown };
  /** Everything a user could read of it, for the search for secrets. */
  text: string;
}

export interface RunnerConnection {
  apiKey: string;
  baseUrl: string;
  projectId: string;
  apiVersion: string;
}

/** Runs one call the way one product does it. `timeout` is in seconds. */
export type Runner = (call: CaseCall, connection: RunnerConnection, timeout?: number) => Promise<Outcome>;

/** The parts of a thrown error that all products share. */
export function errorFacts(error: unknown): Required<Outcome>['error'] {
  const facts = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  return { code: facts['code'], outcome: facts['outcome'], field: facts['field'], reason: facts['reason'] };
}
