import { answer, startSandbox, type Sandbox } from '../sandbox';
import { createN8nEngine, outputOf, type N8nEngine } from '../support/n8n-engine';
import { runNode } from './support';

let engine: N8nEngine;
let sandbox: Sandbox;

beforeAll(async () => {
  engine = await createN8nEngine();
});

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(() => sandbox.close());

const people = ['+4532123451', '112', '+4532123452', '+12025550153', '+4532123453'].map((to) => ({ to }));

test('with Continue On Fail each item says what became of it', async () => {
  const run = await runNode(
    engine,
    sandbox,
    {},
    { items: people, settings: { onError: 'continueRegularOutput' } },
  );
  const items = outputOf(run);
  expect(items.map(({ pairedItem }) => pairedItem)).toEqual(people.map((_, item) => ({ item })));
  expect(items.map(({ json }) => json['status'] ?? json['error'])).toEqual([
    'accepted',
    expect.stringMatching(/emergency or service number.*No call was placed\./),
    'accepted',
    expect.stringContaining('may have rung'),
    'accepted',
  ]);
  expect(items[1]?.json['details']).toMatchObject({
    errorCode: 'invalid-phone-number',
    outcome: 'not-placed',
    field: 'to',
    reason: 'emergency-or-short',
    to: '112',
  });
  expect(items[3]?.json['details']).toMatchObject({
    errorCode: 'outcome-unknown',
    outcome: 'unknown',
    field: null,
  });
  expect(items.every((item) => item.error === undefined)).toBe(true);
  expect(sandbox.calls.map(({ to }) => to).sort()).toEqual(
    ['+12025550153', '+4532123451', '+4532123452', '+4532123453'].sort(),
  );
});

test('with an error output the failed items go there', async () => {
  const run = await runNode(
    engine,
    sandbox,
    {},
    { items: people, settings: { onError: 'continueErrorOutput' } },
  );
  expect(outputOf(run, 0).map(({ json }) => json['to'])).toEqual([
    '+4532123451',
    '+4532123452',
    '+4532123453',
  ]);
  expect(outputOf(run, 1).map(({ json }) => json['details'])).toMatchObject([
    { errorCode: 'invalid-phone-number' },
    { errorCode: 'outcome-unknown' },
  ]);
});

test('without it, one bad item stops the run before the first phone rings', async () => {
  const run = await runNode(engine, sandbox, {}, { items: people });
  expect(run.data.resultData.error?.message).toContain('emergency or service number');
  expect(sandbox.requests).toEqual([]);
});

test('when an error ends the run, it says who was called', async () => {
  const items = people.filter(({ to }) => to !== '112');
  const run = await runNode(engine, sandbox, { delivery: { concurrency: 1 } }, { items });
  const { error } = run.data.resultData;
  expect(error?.message).toContain('may have rung');
  expect(error?.description).toContain(
    'Of 4 calls: accepted: items 0-1; unknown: item 2; not started: item 3.',
  );
  expect(sandbox.calls.map(({ to }) => to)).toEqual(['+4532123451', '+4532123452', '+12025550153']);
});

test('the headline of a failed batch does not say that nobody was called', async () => {
  const items = [{ to: '+4532123451' }, { to: '+12025550142' }, { to: '+4532123452' }];
  const run = await runNode(engine, sandbox, {}, { items });
  const { error } = run.data.resultData;
  expect(error?.message).toMatch(/This call was not placed, but others of this run were\.$/);
  expect(error?.message).not.toContain('No call was placed');
  expect(error?.description).toMatch(/not placed: item 1.*Item 0 is the first\.$/);
});

test('a hint sums up the batch', async () => {
  const items = [{ to: '+4532123451' }, { to: '+4532123451' }, { to: '+4590123456' }];
  const run = await runNode(engine, sandbox, {}, { items });
  const [task] = run.data.resultData.runData['Voiceflow'] ?? [];
  expect(task?.hints).toEqual([{ message: '1 accepted, 2 skipped', location: 'outputPane' }]);
});

test('a rule that comes out of an expression counts, even where the value is missing', async () => {
  const callingPolicy = { consent: '={{ $json.agreed }}' };
  const items = [{ to: '+4532123451', agreed: true }, { to: '+4532123452' }];
  const run = await runNode(engine, sandbox, { callingPolicy }, { items });
  expect(outputOf(run).map(({ json }) => json['skipReason'])).toEqual([null, 'no-consent']);
});

test.each(['doNotCall', 'allowedCountries', 'callingHoursStart', 'timeZone'])(
  '%s mapped to nothing calls nobody',
  async (rule) => {
    const callingPolicy = { [rule]: '={{ $json.mistyped }}' };
    const run = await runNode(engine, sandbox, { callingPolicy }, { items: [{ to: '+4532123451' }] });
    expect(run.data.resultData.error?.message).toMatch(/ has no value\. No call was placed\.$/);
    expect(sandbox.requests).toEqual([]);
  },
);

test('the do-not-call list may come out of another node as a list', async () => {
  const callingPolicy = { doNotCall: '={{ $json.blocked }}' };
  const items = [{ to: '+4532123451', blocked: ['+45 32 12 34 51'] }];
  const run = await runNode(engine, sandbox, { callingPolicy }, { items });
  expect(outputOf(run)[0]?.json['skipReason']).toBe('do-not-call');
});

test('an expression that fails is an error of its item', async () => {
  const items = [{ to: '+4532123451' }, {}];
  const settings = { onError: 'continueRegularOutput' } as const;
  const run = await runNode(engine, sandbox, { to: '={{ $json.to.trim() }}' }, { items, settings });
  expect(outputOf(run).map(({ json }) => 'error' in json)).toEqual([false, true]);
});

test('nothing of a number stands in an error that ends a run', async () => {
  sandbox.script(answer(400, { body: '{"message":"+4532123456 is not allowed"}' }));
  const run = await runNode(engine, sandbox, {}, { items: [{ to: '+4532123456' }] });
  const { error } = run.data.resultData;
  expect(`${error?.message} ${error?.description}`).toContain('“+45••••56 is not allowed”');
  expect(JSON.stringify([error?.message, error?.description, error?.stack])).not.toContain('32123456');
});
