/** *Retry On Fail* evaluates everything anew; whom it called before, it knows by the item's place. */
import { answer, startSandbox, type Sandbox } from '../sandbox';
import { createN8nEngine, outputOf, type N8nEngine } from '../support/n8n-engine';
import { runNode } from '../n8n/support';

let engine: N8nEngine;
let sandbox: Sandbox;
let executions = 0;

beforeAll(async () => {
  engine = await createN8nEngine();
});

beforeEach(async () => {
  sandbox = await startSandbox();
  executions += 1;
});

afterEach(() => sandbox.close());

const retries = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
const phones = Array.from({ length: 5 }, (_, index) => ({ to: `+453212345${index}` }));
const now = { variable: [{ name: 'asked_at', value: '={{ $now.toMillis() + Math.random() }}' }] };

function ringsOf(): Record<string, number> {
  const rings: Record<string, number> = {};
  for (const { to } of sandbox.calls) rings[to] = (rings[to] ?? 0) + 1;
  return rings;
}

test.each([
  ['ends the run', {}],
  ['goes on', { onError: 'continueRegularOutput' as const }],
])('a variable that holds the time rings nobody twice, where an error %s', async (_, settings) => {
  sandbox.script(answer(200), answer(200), answer(503, { accept: true }));
  const run = await runNode(
    engine,
    sandbox,
    { variablesMode: 'fields', variableFields: now, delivery: { concurrency: 1 } },
    { items: phones, settings: { ...retries, ...settings }, executionId: `time ${executions}` },
  );
  expect(Object.values(ringsOf()).every((rings) => rings === 1)).toBe(true);
  const { error } = run.data.resultData;
  const told = outputOf(run).map(({ json }) => json['status'] ?? json['error']);
  expect(`${error?.message} ${told.join(' ')}`).toContain('may have rung');
});

test('whom an earlier try called is not told as not placed, whatever comes before the calls of this try', async () => {
  sandbox.script(answer(200), answer(200), answer(503, { accept: true }));
  // The second time, the agent cannot be read.
  sandbox.scriptReads(answer(200, { body: '{"variables":[]}' }), answer(503), answer(503), answer(503));
  const value = { user_name: 'Ada' };
  const agentVariables = { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] };
  const run = await runNode(
    engine,
    sandbox,
    { variablesMode: 'agent', agentVariables, delivery: { concurrency: 1 } },
    { items: phones, settings: retries, executionId: `listing ${executions}` },
  );
  expect(run.data.resultData.error?.message).toContain('may have rung');
  expect(run.data.resultData.error?.description).toContain(
    'accepted: items 0-1; unknown: item 2; not started: items 3-4',
  );
});
