import type { IDataObject, INodeExecutionData, INodeParameters, IRun } from 'n8n-workflow';
import type { Sandbox } from '../sandbox';
import { outputOf, type N8nEngine, type NodeRun } from '../support/n8n-engine';

/** A list of people, one item each; some of them have a number at which something goes wrong. */
export function people(count: number, special: Readonly<Record<number, string>> = {}): string[] {
  return Array.from({ length: count }, (_, index) => special[index] ?? `+453212${1000 + index}`);
}

export interface ListRun extends Partial<NodeRun> {
  phones: readonly string[];
  delivery?: IDataObject;
}

/** Runs the built node over a list, in n8n's own engine. */
export async function runList(
  engine: N8nEngine,
  sandbox: Sandbox,
  { phones, delivery = {}, parameters = {}, ...rest }: ListRun,
): Promise<IRun> {
  return await engine.run({
    items: phones.map((phone) => ({ phone })),
    ...rest,
    parameters: {
      resource: 'call',
      operation: 'place',
      outboundApi: sandbox.phoneNumberId,
      to: '={{ $json.phone }}',
      ...parameters,
      delivery,
    } as INodeParameters,
    credential: { apiKey: sandbox.apiKey, baseUrl: sandbox.url, projectId: '', apiVersion: 'auto' },
  });
}

/** What a user reads of each item: `accepted`, `skipped`, or the error's code. */
export function reports(run: IRun, output = 0): string[] {
  return outputOf(run, output).map(reportOf);
}

function reportOf({ json }: INodeExecutionData): string {
  if (json['error'] === undefined) return String(json['status']);
  return String((json['details'] as IDataObject | undefined)?.['errorCode'] ?? json['error']);
}

/** The error that ended a run, as n8n shows it. */
export function errorOf(run: IRun): { message: string; description: string; context: IDataObject } {
  const error = (run.data.resultData.error ?? {}) as Partial<ReturnType<typeof errorOf>>;
  const { message = '', description = '', context = {} } = error;
  return { message, description, context };
}

/** The items whose phone rang, each as often as it did. */
export function rungItems(sandbox: Sandbox, phones: readonly string[]): number[] {
  return sandbox.calls.map(({ to }) => phones.indexOf(to)).sort((a, b) => a - b);
}

/** Indices out of words such as “accepted: items 0-3, 5; unknown: item 4”. */
export function listed(text: string, verdict: string): number[] {
  const ranges = new RegExp(`\\b${verdict}: items? ([\\d, -]+)`).exec(text)?.[1] ?? '';
  return ranges
    .split(', ')
    .filter((range) => range !== '')
    .flatMap((range) => {
      const [first = NaN, last = first] = range.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
    });
}

/** The summary above the output. */
export function hintsOf(run: IRun): string[] {
  return (run.data.resultData.runData['Voiceflow']?.at(-1)?.hints ?? []).map(({ message }) => message);
}
