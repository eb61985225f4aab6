import type { INode } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../sandbox';
import { errorOf, hintsOf } from '../repeats/n8n-list';
import { createN8nEngine, outputOf, type N8nEngine } from '../support/n8n-engine';
import { runNode } from './support';

/** What n8n itself cannot hand over fails before anything is sent: the outcome is known. */
let engine: N8nEngine;
let sandbox: Sandbox;
beforeAll(async () => {
  engine = await createN8nEngine();
});
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
const items = ['+4532123451', '+4532123452', '+4532123453'].map((to) => ({ to }));
/** Fails for the second person. */
const to = "={{ $itemIndex === 1 ? $('No Such Node').item.json.to : $json.to }}";

test('an expression that fails is not placed, names its field, and says what n8n says', async () => {
  const run = await runNode(engine, sandbox, { to }, { items, settings: goOn });
  const [first, failed, last] = outputOf(run).map(({ json }) => json);

  expect([first?.['status'], last?.['status']]).toEqual(['accepted', 'accepted']);
  expect(failed?.['error']).toMatch(/^n8n could not read “Phone Number”: .+\. No call was placed\.$/);
  expect(failed?.['details']).toMatchObject({
    errorCode: 'invalid-setting',
    outcome: 'not-placed',
    reason: 'unreadable',
    to: null,
    howToFix: expect.stringContaining('expression'),
  });
  expect(hintsOf(run)).toEqual(['2 accepted, 1 not placed']);
});

test('where it ends the run, nobody is called, and the error lists nobody as unknown', async () => {
  const run = await runNode(engine, sandbox, { to }, { items });
  expect(sandbox.requests).toHaveLength(0);
  expect(errorOf(run).description).toContain('Of 3 calls: not placed: item 1; not started: items 0, 2.');
});

test('a setting of the whole run that fails is not placed for all of them', async () => {
  const delivery = { concurrency: "={{ $('No Such Node').first().json.lines }}" };
  const run = await runNode(engine, sandbox, { delivery }, { items, settings: goOn });
  expect(sandbox.requests).toHaveLength(0);
  expect(hintsOf(run)).toEqual(['3 not placed']);
  expect(outputOf(run)[0]?.json['error']).toContain('“Delivery”');
});

test('a dry run whose expression finds nothing places no call', async () => {
  const options = { dryRun: '={{ $json.test_run }}' };
  const run = await runNode(engine, sandbox, { options }, { items, settings: goOn });
  expect(sandbox.requests).toHaveLength(0);
  expect(outputOf(run)[0]?.json['details']).toMatchObject({ field: 'dryRun', reason: 'no-value' });
});

test('a credential that cannot be read in mid-batch is not placed, and not “may have rung”', async () => {
  // Once for the run; then n8n reads it for each request, once before it and once within.
  let reads = 0;
  const onCredential = (): void => {
    reads += 1;
    if (reads === 4) throw new Error('The database is away');
  };
  const delivery = { concurrency: 1 };
  const run = await runNode(engine, sandbox, { delivery }, { items, settings: goOn, onCredential });

  expect(hintsOf(run)).toEqual(['2 accepted, 1 not placed']);
  expect(sandbox.requests).toHaveLength(2);
  const failed = outputOf(run)[1]?.json;
  expect(failed?.['error']).toBe(
    'n8n could not read the credential: The database is away. No call was placed.',
  );
});
