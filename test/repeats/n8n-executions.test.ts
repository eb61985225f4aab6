import { slow, answer, startSandbox, type Sandbox } from '../sandbox';
import { createN8nEngine, outputOf, type N8nEngine } from '../support/n8n-engine';
import { errorOf, people, reports, runList, rungItems } from './n8n-list';

const phones = people(6);

let engine: N8nEngine;
let sandbox: Sandbox;
beforeAll(async () => {
  engine = await createN8nEngine();
});
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

test('a second pass of the same execution returns the results of the first', async () => {
  const first = await runList(engine, sandbox, { phones, executionId: 'loop' });
  const second = await runList(engine, sandbox, { phones, executionId: 'loop' });

  expect(sandbox.calls).toHaveLength(6);
  expect(outputOf(second).map(({ json }) => json)).toEqual(outputOf(first).map(({ json }) => json));
});

test('the same person twice in a list is rung once, and the second item says when', async () => {
  const [phone = ''] = phones;
  const run = await runList(engine, sandbox, { phones: [phone, phone], executionId: 'twice' });

  expect(sandbox.calls).toHaveLength(1);
  const [first, second] = outputOf(run).map(({ json }) => json);
  expect(second).toMatchObject({
    status: 'skipped',
    skipReason: 'repeat',
    requestedAt: first?.['requestedAt'],
  });
});

test('a new execution rings again', async () => {
  await runList(engine, sandbox, { phones, executionId: 'Monday' });
  const run = await runList(engine, sandbox, { phones, executionId: 'Tuesday' });

  expect(sandbox.calls).toHaveLength(12);
  expect(new Set(reports(run))).toEqual(new Set(['accepted']));
});

test('executions without an id do not take each other for a retry', async () => {
  await runList(engine, sandbox, { phones });
  await runList(engine, sandbox, { phones });
  expect(sandbox.calls).toHaveLength(12);
});

test('with “Never”, every item rings, also on a second pass', async () => {
  const [phone = ''] = phones;
  const delivery = { skipRepeats: 'off' };
  await runList(engine, sandbox, { phones: [phone, phone], delivery, executionId: 'off' });
  await runList(engine, sandbox, { phones: [phone], delivery, executionId: 'off' });
  expect(sandbox.calls).toHaveLength(3);
});

test('“Retry” in the list of executions is refused with the reason', async () => {
  const run = await runList(engine, sandbox, { phones, mode: 'retry', executionId: 'retry' });

  expect(sandbox.requests).toHaveLength(0);
  const { message, description, context } = errorOf(run);
  expect(message).toMatch(/retry of an earlier execution.*No call was placed/);
  expect(description).toContain('Skip Repeats');
  expect(context).toMatchObject({ errorCode: 'not-allowed', reason: 'retry', field: 'skipRepeats' });
});

test('“Retry” goes through where the user has chosen to ring every time', async () => {
  await runList(engine, sandbox, { phones, mode: 'retry', delivery: { skipRepeats: 'off' } });
  expect(sandbox.calls).toHaveLength(6);
});

test('one deduplication key makes two people one call', async () => {
  const run = await runList(engine, sandbox, {
    phones,
    executionId: 'own key',
    delivery: { deduplicationKey: '={{ "order-" + ($itemIndex % 2) }}', concurrency: 3 },
  });
  expect(rungItems(sandbox, phones)).toEqual([0, 1]);
  expect(reports(run)).toEqual(['accepted', 'accepted', 'skipped', 'skipped', 'skipped', 'skipped']);
});

test('after Stop nothing starts, and what was under way is unknown', async () => {
  const many = people(40);
  sandbox.script(...many.map(() => slow(150, answer(200))));
  const stopped = runList(engine, sandbox, {
    phones: many,
    executionId: 'stop',
    delivery: { concurrency: 4 },
    onStart: (stop) => {
      sandbox.onRequest = () => stop();
    },
  });
  await stopped;
  const { length } = sandbox.requests;
  expect(length).toBeLessThan(12);

  // The same execution would know them: whoever was under way is not rung again.
  sandbox.onRequest = undefined;
  const underWay = sandbox.calls.map(({ to }) => to);
  const again = await runList(engine, sandbox, {
    phones: underWay,
    executionId: 'stop',
    settings: { onError: 'continueRegularOutput' },
  });
  expect(sandbox.requests).toHaveLength(length);
  expect(reports(again)).toContain('outcome-unknown');
  expect(reports(again).filter((one) => one !== 'outcome-unknown' && one !== 'accepted')).toEqual([]);
});

test('whoever was not started when the run was stopped is told so in words', async () => {
  const many = people(12);
  sandbox.script(...many.map(() => slow(100, answer(200))));
  const run = await runList(engine, sandbox, {
    phones: many,
    executionId: 'stopped in words',
    delivery: { concurrency: 2 },
    settings: { onError: 'continueRegularOutput' },
    onStart: (stop) => {
      sandbox.onRequest = () => stop();
    },
  });
  expect(reports(run)).not.toContain('undefined');
});
