import type { RecordedRequest, Sandbox } from '../sandbox';
import type { DemoCall, Ending, Product, Scenario } from './scenario';

/** What one product did with one scenario, as the sandbox saw it. */
export interface Testimony {
  product: string;
  /** Requests for a call; questions about the agent are not among them. */
  arrived: readonly RecordedRequest[];
  ending: Ending;
}

export async function watch(sandbox: Sandbox, product: Product, call: DemoCall): Promise<Testimony> {
  const before = sandbox.requests.length;
  const ending = await product.place(call);
  const arrived = sandbox.requests.slice(before).filter(({ path }) => path.endsWith('/outbound'));
  return { product: product.name, arrived, ending };
}

/** What is not as the scenario promises, one sentence each. */
export function problemsOf({ arrives, ends }: Scenario, testimonies: readonly Testimony[]): string[] {
  const problems = testimonies.flatMap(({ product, arrived, ending }) => [
    ...(arrived.length === (arrives === null ? 0 : 1)
      ? []
      : [`${product} sent ${arrived.length} requests for a call.`]),
    ...arrived
      .map(({ body }) => body.toString('utf8'))
      .filter((body) => body !== JSON.stringify(arrives))
      .map((body) => `${product} sent ${body}`),
    ...(ending.ends === ends ? [] : [`${product} ended in “${ending.ends}”: ${ending.words}`]),
  ]);
  const different = (what: string, of: (testimony: Testimony) => string): string[] =>
    new Set(testimonies.map(of)).size === 1 ? [] : [`The products differ in ${what}.`];
  return [
    ...problems,
    ...different('what they sent', ({ arrived }) => JSON.stringify(arrived.map(essence))),
    ...different('what they tell the user', ({ ending }) => ending.words),
  ];
}

/** The parts of a request that have to be identical, byte for byte. */
function essence({ method, path, headers, body }: RecordedRequest): unknown {
  return [method, path, headers.authorization, headers['content-type'], body.toString('base64')];
}
