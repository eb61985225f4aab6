import { answer, slow, startSandbox, type Sandbox } from '../sandbox';
import { startN8nDeduplication, type N8nDeduplication } from '../support/n8n-deduplication';
import { createN8nEngine, outputOf, type N8nEngine } from '../support/n8n-engine';
import { errorOf, people, reports, runList, rungItems } from './n8n-list';

const delivery = { skipRepeats: 'window' };
const [phone = ''] = people(1);

let engine: N8nEngine;
let store: N8nDeduplication;
let sandbox: Sandbox;
beforeAll(async () => {
  engine = await createN8nEngine();
  store = await startN8nDeduplication();
});
beforeEach(async () => {
  sandbox = await startSandbox();
  store.rows.clear();
  store.fails = false;
});
afterEach(() => sandbox.close());

test('20 executions of one workflow at the same time place one call', async () => {
  sandbox.script(slow(50, answer(200)));
  const runs = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      runList(engine, sandbox, { phones: [phone], delivery, executionId: `at once ${index}` }),
    ),
  );
  expect(sandbox.requests).toHaveLength(1);
  const items = runs.flatMap((run) => outputOf(run)).map(({ json }) => json);
  expect(items.filter(({ status }) => status === 'accepted')).toHaveLength(1);
  expect(items.filter(({ skipReason }) => skipReason === 'repeat')).toHaveLength(19);
});

test('20 executions with different people disturb each other’s marks in no way', async () => {
  const phones = people(20);
  const all = (pass: string): Promise<string[][]> =>
    Promise.all(
      phones.map(async (one) =>
        reports(await runList(engine, sandbox, { phones: [one], delivery, executionId: `${pass} ${one}` })),
      ),
    );
  expect(await all('first')).toEqual(phones.map(() => ['accepted']));
  expect(await all('second')).toEqual(phones.map(() => ['skipped']));
  expect(rungItems(sandbox, phones)).toEqual([...phones.keys()]);
});

test('a later execution skips the repeat and says when the first one was, to the hour', async () => {
  await runList(engine, sandbox, { phones: [phone], delivery, executionId: 'first' });
  const run = await runList(engine, sandbox, { phones: [phone], delivery, executionId: 'second' });

  expect(sandbox.calls).toHaveLength(1);
  const [item] = outputOf(run);
  expect(item?.json).toMatchObject({ status: 'skipped', skipReason: 'repeat' });
  expect(item?.json['requestedAt']).toMatch(/:00:00\.000Z$/);
});

test('“Retry” in the list of executions goes through, and rings only who was not called', async () => {
  const phones = people(4);
  await runList(engine, sandbox, { phones: phones.slice(0, 2), delivery, executionId: 'failed' });
  const run = await runList(engine, sandbox, { phones, delivery, mode: 'retry', executionId: 'again' });

  expect(rungItems(sandbox, phones)).toEqual([0, 1, 2, 3]);
  expect(reports(run)).toEqual(['skipped', 'skipped', 'accepted', 'accepted']);
});

test('an unknown outcome stays unknown in later executions, a refusal leaves no mark', async () => {
  const phones = [phone, '+12025550153', '+12025550140'];
  const settings = { onError: 'continueRegularOutput' } as const;
  const told = ['accepted', 'outcome-unknown', 'rejected'];
  const first = await runList(engine, sandbox, { phones, delivery, settings, executionId: 'one' });
  const second = await runList(engine, sandbox, { phones, delivery, settings, executionId: 'two' });

  expect(reports(first)).toEqual(told);
  expect(reports(second)).toEqual(['skipped', ...told.slice(1)]);
  expect(sandbox.requests.map(({ status }) => status).sort()).toEqual([200, 400, 400, 503]);
  expect(outputOf(second)[1]?.json['details']).toMatchObject({ outcome: 'unknown', reason: 'earlier-call' });
});

test('a store that fails delays the call: nobody is rung', async () => {
  store.fails = true;
  const run = await runList(engine, sandbox, { phones: [phone], delivery, executionId: 'down' });
  expect(sandbox.requests).toHaveLength(0);
  const { message, context } = errorOf(run);
  expect(message).toContain('No call was placed');
  expect(context).toMatchObject({ errorCode: 'store-unavailable', outcome: 'not-placed' });

  store.fails = false;
  const later = await runList(engine, sandbox, { phones: [phone], delivery, executionId: 'up again' });
  expect(reports(later)).toEqual(['accepted']);
});

test('a store that fails after the call leaves it unknown, never forgotten', async () => {
  sandbox.onRequest = () => {
    store.fails = true;
  };
  const first = await runList(engine, sandbox, { phones: [phone], delivery, executionId: 'then down' });
  expect(reports(first)).toEqual(['accepted']);

  store.fails = false;
  const second = await runList(engine, sandbox, { phones: [phone], delivery, executionId: 'afterwards' });
  expect(sandbox.requests).toHaveLength(1);
  expect(errorOf(second).message).toContain('may have rung');
});

test('a call leaves one mark in n8n’s database', async () => {
  const phones = people(5);
  await runList(engine, sandbox, { phones, delivery, executionId: 'marks' });
  expect([...store.rows.values()].map(({ length }) => length)).toEqual([5]);
});

test('a busy hour does not push older marks out, as long as there is room for all', async () => {
  await runList(engine, sandbox, { phones: [phone], delivery, executionId: 'oldest' });
  const [entry] = store.rows;
  const [row, marks] = entry ?? ['', []];
  store.rows.set(row, [...marks, ...Array.from({ length: 19_000 }, (_, index) => `mark ${index}`)]);

  const many = people(40, { 0: '+4532129999' });
  const busy = { ...delivery, concurrency: 40 };
  await runList(engine, sandbox, { phones: many, delivery: busy, executionId: 'busy' });
  const run = await runList(engine, sandbox, { phones: [phone], delivery, executionId: 'repeat' });
  expect(reports(run)).toEqual(['skipped']);
});
