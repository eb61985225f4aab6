import type { ErrorCode, FailedOutcome } from '../../shared';
import type { Dialect, Fault, SandboxOptions } from '../sandbox';

/** A call in neutral names; each runner translates it into what its users fill in. */
export interface CaseCall {
  outboundApi?: unknown;
  to?: unknown;
  defaultCountry?: string;
  requireValidNumber?: boolean;
  allowedCountries?: string[];
  blockCostlyNumbers?: boolean;
  callingHoursStart?: string;
  callingHoursEnd?: string;
  callingDays?: string[];
  timeZone?: string;
  consent?: unknown;
  doNotCall?: string[];
  whenNotAllowed?: string;
  variables?: unknown;
  agentVariables?: Record<string, unknown>;
  detectAnsweringMachine?: boolean;
  dryRun?: boolean;
}

export interface CaseConnection {
  apiKey?: string;
  projectId?: string;
  baseUrl?: string;
  apiVersion?: string;
}

/** The parts of a result that a case cares about. */
export type ExpectedResult = Readonly<Record<string, unknown>>;

export interface ExpectedError {
  code: ErrorCode;
  outcome: FailedOutcome;
  field?: string;
  reason?: string;
}

export interface ConformanceCase {
  name: string;
  call?: CaseCall | ((sandbox: { url: string; phoneNumberId: string }) => CaseCall);
  connection?: CaseConnection;
  sandbox?: SandboxOptions;
  faults?: readonly Fault[];
  /** Versions of the API that requests arrive in, in this order; one request in the first version by default. */
  arrives?: readonly Dialect[];
  /** The body that has to arrive, as an object. */
  body?: Readonly<Record<string, unknown>>;
  result?: ExpectedResult;
  error?: ExpectedError;
}
