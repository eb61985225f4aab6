import type { INode } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox';
import type { Report } from '../support/report';
import type { Answer, Job, RunAnswer, RunJob } from './job';

/** One engine with the node installed, and a sandbox. */
export interface Bench {
  readonly report: Report;
  readonly sandbox: Sandbox;
  /** Does a job in a fresh process; the good credential unless the job has another. */
  ask(job: Partial<Job>): Promise<Answer>;
}

/** Runs the node once. @param delivery the settings of that collection; the others are the defaults */
export async function place(
  { ask, sandbox }: Bench,
  numbers: readonly string[],
  { delivery = {}, settings = {} }: { delivery?: object; settings?: Partial<INode> } = {},
): Promise<RunAnswer> {
  const run = runOf(sandbox, numbers, delivery, { settings, executionId: '7' });
  const { runs } = await ask({ runs: [run] });
  if (runs[0] === undefined) throw new Error('The engine gave no answer');
  return runs[0];
}

export function runOf(
  { phoneNumberId }: Sandbox,
  numbers: readonly string[],
  delivery: object,
  rest: Partial<RunJob>,
): RunJob {
  const parameters = { outboundApi: phoneNumberId, delivery: { ...delivery } };
  return { parameters, items: numbers.map((to) => ({ to })), ...rest };
}

/** The verdict of an item: its status, or the code of its error and its outcome. */
export function verdict(json: Readonly<Record<string, unknown>>): string {
  if (typeof json['status'] === 'string') return json['status'];
  const { errorCode, outcome } = (json['details'] ?? {}) as Record<string, unknown>;
  return `${String(errorCode)} ${String(outcome)}`;
}

/** The same of an error that ended a run. */
export function ending({ error, status }: RunAnswer): string {
  if (error === null) return status;
  return `${String(error.context['errorCode'])} ${String(error.context['outcome'])}`;
}
