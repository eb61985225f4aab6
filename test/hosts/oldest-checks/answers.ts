import { answer } from '../../sandbox';
import { people } from '../support/people';
import { includes, same } from '../support/report';
import { arrivals } from '../support/witness';
import { ending, place, verdict, type Bench } from './bench';

const [ada = ''] = people(1);
const busy = answer(429, { headers: { 'retry-after': '1' } });

/** One call, and what the server does with it. */
export async function checkAnswers(bench: Bench): Promise<void> {
  const { report, sandbox } = bench;
  report.section('One call and its answer');

  await report.check('Accepted', async () => {
    sandbox.reset();
    const { status, items } = await place(bench, [ada]);
    same([status, items.map(({ json }) => [json['status'], json['to']])], ['success', [['accepted', ada]]]);
    same(items[0]?.pairedItem, { item: 0 });
    same(arrivals(sandbox), [ada], 'What reached the sandbox');
  });
  await report.check('Accepted, although the socket dies after the status line', async () => {
    sandbox.reset();
    const { items } = await place(bench, ['+12025550103']);
    same(
      items.map(({ json }) => verdict(json)),
      ['accepted'],
    );
    same(arrivals(sandbox).length, 1, 'The number of requests');
  });
  await report.check('A body without an end: accepted, and the run ends', async () => {
    sandbox.reset();
    const { items, ms } = await place(bench, ['+12025550171']);
    same(
      items.map(({ json }) => verdict(json)),
      ['accepted'],
    );
    return `after ${ms} ms`;
  });
  await report.check('A bad number is refused, and nothing leaves', async () => {
    sandbox.reset();
    const run = await place(bench, ['+45 12']);
    same(ending(run), 'invalid-phone-number not-placed');
    includes(run.error?.message, 'No call was placed');
    same(sandbox.requests, [], 'What reached the sandbox');
  });
  await report.check('Refused by the server: not placed, sent once', async () => {
    sandbox.reset();
    const run = await place(bench, ['+12025550122']);
    same(ending(run), 'rejected not-placed');
    same(arrivals(sandbox).length, 1, 'The number of requests');
    return run.error?.message;
  });
  await report.check('401: one request for each version of the API, none by n8n itself', async () => {
    sandbox.reset();
    const run = await place(bench, ['+12025550141']);
    same(ending(run), 'unauthorized not-placed');
    same(
      sandbox.requests.map(({ path }) => path.split('/')[1]),
      ['v1alpha1', 'v1'],
    );
  });
  await report.check('A redirect is not followed', async () => {
    sandbox.reset();
    const run = await place(bench, ['+12025550137']);
    same(ending(run), 'unexpected-response not-placed');
    same(sandbox.requests.length, 1, 'The number of requests');
  });
  await report.check('503: unknown, sent once, and the words say so', async () => {
    sandbox.reset();
    const run = await place(bench, ['+12025550153']);
    same(ending(run), 'outcome-unknown unknown');
    includes(run.error?.message, 'may have rung');
    same(arrivals(sandbox).length, 1, 'The number of requests');
    return run.error?.message;
  });
  await report.check('A connection that is reset: unknown, sent once', async () => {
    sandbox.reset();
    same(ending(await place(bench, ['+12025550161'])), 'outcome-unknown unknown');
    same(arrivals(sandbox).length, 1, 'The number of requests');
  });
  await report.check('Silence: the call ends at its time limit, unknown', async () => {
    sandbox.reset();
    const run = await place(bench, ['+12025550170'], { delivery: { timeout: 2 } });
    same(ending(run), 'outcome-unknown unknown');
    if (run.ms < 1900 || run.ms > 4000) throw new Error(`It took ${run.ms} ms instead of 2 seconds`);
    return `after ${run.ms} ms`;
  });
  await report.check('A busy plan (429): it waits and comes through', async () => {
    sandbox.reset();
    sandbox.script(busy);
    const { items } = await place(bench, [ada]);
    same(
      items.map(({ json }) => [verdict(json), json['attempts']]),
      [['accepted', 2]],
    );
    same(sandbox.calls.length, 1, 'The number of calls');
  });
}
