import { activeBatch, callWebhook, type Answer } from '../n8n-checks/bench';
import { calls, people } from '../support/people';
import { same } from '../support/report';
import { arrivals } from '../support/witness';
import { finishedBy, type QueueBench } from './bench';

const executions = 500;
const atOnce = 25;

/** Many executions, one call each: every one of them is placed, and none of them twice. */
export async function checkSpread(bench: QueueBench): Promise<void> {
  const { report, sandbox, workers } = bench;
  report.section(`${executions} executions, ${atOnce} at a time`);
  const numbers = people(executions);
  let answers: Answer[] = [];

  await report.check('Every webhook answers that its call was accepted', async () => {
    await activeBatch(bench, 'spread');
    sandbox.reset();
    const startedAt = Date.now();
    answers = await inBatches(numbers, (to) => callWebhook(bench, 'spread', { calls: calls([to]) }));
    const told = answers.map(({ status, items: [item] }) =>
      [status, item?.['status'], item?.['to']].join(' '),
    );
    same(
      told,
      numbers.map((to) => `200 accepted ${to}`),
      'What the webhooks answered',
    );
    const seconds = (Date.now() - startedAt) / 1000;
    return `${(executions / seconds).toFixed(1)} executions per second`;
  });

  await report.check('The sandbox saw each call once', () => {
    same(arrivals(sandbox).sort(), [...numbers].sort(), 'What reached the sandbox');
    same(sandbox.calls.length, executions, 'The number of calls placed');
  });

  await report.check('Both workers took part', () => {
    const shares = workers.map((worker) => new Set(finishedBy(worker)).size);
    if (shares.some((share) => share < executions / 10))
      throw new Error(`One was idle: ${shares.join(', ')}`);
    return `${shares.join(' and ')} executions`;
  });
}

/** Keeps so many requests open, as customers' systems do; the answers keep the order. */
export async function inBatches<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < list.length) {
      const index = next++;
      results[index] = await work(list[index]!);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}
