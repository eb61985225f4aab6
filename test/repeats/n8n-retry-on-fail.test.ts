import type { INode } from 'n8n-workflow';
import { answer, held, startSandbox, type Sandbox } from '../sandbox';
import { createN8nEngine, outputOf, type N8nEngine } from '../support/n8n-engine';
import { errorOf, hintsOf, listed, people, reports, runList, rungItems } from './n8n-list';

/** Item 20 is rung and answers 503, item 30 is refused: at each try. */
const phones = people(50, { 20: '+12025550153', 30: '+12025550140' });
const threeTries: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const everybodyElse = [...phones.keys()].filter((item) => item !== 20 && item !== 30);

let engine: N8nEngine;
let sandbox: Sandbox;
beforeAll(async () => {
  engine = await createN8nEngine();
});
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

test('Retry On Fail rings nobody twice, and the error tells what became of every item', async () => {
  const run = await runList(engine, sandbox, { phones, settings: threeTries, executionId: 'stop' });
  const { message, description, context } = errorOf(run);
  const rung = rungItems(sandbox, phones);

  expect(rung).toEqual([...new Set(rung)]);
  expect(message).toContain('may have rung');
  expect(context).toMatchObject({ itemIndex: 20, errorCode: 'outcome-unknown', outcome: 'unknown' });
  expect(listed(description, 'unknown')).toEqual([20]);
  expect(listed(description, 'accepted')).toEqual(rung.filter((item) => item !== 20));
  const told = ['accepted', 'unknown', 'not placed', 'not started'].flatMap((one) =>
    listed(description, one),
  );
  expect(told.sort((a, b) => a - b)).toEqual([...phones.keys()]);
});

test('an item that fails last is not the reason to forget those behind it', async () => {
  const plain = people(50);
  const everybodyElseRang = new Promise<void>((resolve) => {
    let answered = 0;
    sandbox.onRequest = () => {
      answered += 1;
      if (answered === plain.length - 1) resolve();
    };
  });
  sandbox.script(held(everybodyElseRang, answer(503, { accept: true })));
  const run = await runList(engine, sandbox, { phones: plain, settings: threeTries, executionId: 'slow' });
  const { description } = errorOf(run);

  expect(rungItems(sandbox, plain)).toEqual([...plain.keys()]);
  expect(listed(description, 'not started')).toEqual([]);
  expect(listed(description, 'accepted')).toEqual([...plain.keys()].slice(1));
  expect(listed(description, 'unknown')).toEqual([0]);
});

test('with Continue On Fail everybody else is rung once, and every item keeps its place', async () => {
  const settings: Partial<INode> = { ...threeTries, onError: 'continueRegularOutput' };
  const run = await runList(engine, sandbox, { phones, settings, executionId: 'go on' });

  expect(rungItems(sandbox, phones)).toEqual([...phones.keys()].filter((item) => item !== 30));
  expect(reports(run)).toEqual(
    [...phones.keys()].map((item) => ({ 20: 'outcome-unknown', 30: 'rejected' })[item] ?? 'accepted'),
  );
  expect(outputOf(run).map(({ pairedItem }) => pairedItem)).toEqual(
    [...phones.keys()].map((item) => ({ item })),
  );
  expect(outputOf(run)[20]?.json).toMatchObject({
    error: expect.stringContaining('may have rung'),
    details: { outcome: 'unknown', to: phones[20] },
  });
  expect(hintsOf(run)).toEqual(['48 accepted, 1 unknown, 1 not placed']);
});

test('n8n tries again where the first item fails, and that rings nobody either', async () => {
  const settings: Partial<INode> = { ...threeTries, onError: 'continueRegularOutput' };
  const first = people(10, { 0: '+12025550153' });
  const run = await runList(engine, sandbox, { phones: first, settings, executionId: 'first item' });

  expect(rungItems(sandbox, first)).toEqual([...first.keys()]);
  expect(reports(run)).toEqual(['outcome-unknown', ...Array.from({ length: 9 }, () => 'accepted')]);
});

test('the error output gets the failed items, the other one the rest', async () => {
  const settings: Partial<INode> = { ...threeTries, onError: 'continueErrorOutput' };
  const run = await runList(engine, sandbox, { phones, settings, executionId: 'two outputs' });

  expect(rungItems(sandbox, phones)).toEqual([...phones.keys()].filter((item) => item !== 30));
  expect(outputOf(run).map(({ pairedItem }) => pairedItem)).toEqual(everybodyElse.map((item) => ({ item })));
  expect(reports(run, 1)).toEqual(['outcome-unknown', 'rejected']);
  expect(outputOf(run, 1).map(({ pairedItem }) => pairedItem)).toEqual([{ item: 20 }, { item: 30 }]);
});
