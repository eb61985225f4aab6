import { answer, slow } from '../../sandbox';
import { people } from '../support/people';
import { includes, same } from '../support/report';
import { arrivals, rungTwice } from '../support/witness';
import { place, runOf, verdict, type Bench } from './bench';

const mixed = [people(1)[0] ?? '', '+45 12', '+12025550140', '+12025550151'];

/** Many items, and the settings that every node of n8n has. */
export async function checkBatches(bench: Bench): Promise<void> {
  const { report, sandbox, ask } = bench;
  report.section('Batches');

  await report.check('20 items, all accepted, in their order', async () => {
    sandbox.reset();
    const { items, hints } = await place(bench, people(20));
    same(
      items.map(({ json }) => json['to']),
      people(20),
    );
    same(rungTwice(sandbox), [], 'Who was rung twice');
    return hints.length === 0 ? 'this n8n shows no summary above the output' : hints.join(' ');
  });
  await report.check(
    '“Retry On Fail” after an error in mid-batch: all are called, nobody twice',
    async () => {
      sandbox.reset();
      sandbox.script(...Array.from({ length: 7 }, () => answer(200)), answer(422));
      const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 };
      const { status, items } = await place(bench, people(20), { settings });
      same([status, items.map(({ json }) => verdict(json))], ['success', people(20).map(() => 'accepted')]);
      same(sandbox.calls.map(({ to }) => to).sort(), people(20).sort(), 'Who was called');
      return `${arrivals(sandbox).length} requests`;
    },
  );
  await report.check('“Retry On Fail” does not repeat a call that may have rung', async () => {
    sandbox.reset();
    const [first = '', last = ''] = people(2);
    const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 };
    const numbers = [first, '+12025550151', last];
    const run = await place(bench, numbers, { settings, delivery: { concurrency: 1 } });
    same(arrivals(sandbox), [first, '+12025550151'], 'What reached the sandbox');
    includes(run.error?.message, 'may have rung');
    includes(run.error?.description, 'unknown: item 1; not started: item 2');
  });
  await report.check('“Continue” on error: each item has its result or its error', async () => {
    sandbox.reset();
    const { items } = await place(bench, mixed, { settings: { onError: 'continueRegularOutput' } });
    same(
      items.map(({ json }) => verdict(json)),
      ['accepted', 'invalid-phone-number not-placed', 'rejected not-placed', 'outcome-unknown unknown'],
    );
    same(
      items.map(({ pairedItem }) => pairedItem),
      mixed.map((_, item) => ({ item })),
    );
    includes(items[3]?.json['error'], 'may have rung');
  });
  await report.check('The stop button: nothing more starts', async () => {
    sandbox.reset();
    sandbox.script(...people(20).map(() => slow(400)));
    const run = runOf(sandbox, people(20), { concurrency: 2 }, { executionId: '7', stopAfterMs: 1000 });
    const { runs } = await ask({ runs: [run] });
    const atEnd = arrivals(sandbox).length;
    if (atEnd > 8) throw new Error(`${atEnd} of 20 calls left, although it was stopped after a second`);
    return `${atEnd} of 20 had left; the run ended after ${runs[0]?.ms} ms`;
  });
  await report.check('The stop button during a wait for a free line: nobody is called', async () => {
    sandbox.reset();
    sandbox.script(...people(20).map(() => answer(429, { headers: { 'retry-after': '8' } })));
    const run = runOf(sandbox, people(2), { concurrency: 1 }, { executionId: '7', stopAfterMs: 1000 });
    const { runs } = await ask({ runs: [run] });
    same(sandbox.calls, [], 'Who was called');
    return `the run ended after ${runs[0]?.ms} ms`;
  });
}
