import { slow } from '../../sandbox';
import { activeBatch, callWebhook, details } from '../n8n-checks/bench';
import { checkKilledBatch } from '../n8n-checks/killed-batch';
import { calls, people } from '../support/people';
import { same } from '../support/report';
import { arrivals, rungTwice } from '../support/witness';
import { finishedBy, type QueueBench } from './bench';
import { inBatches } from './spread';

const rounds = 24;
const atOnce = 20;

/** The repeat guard across processes: n8n's database is all that two workers have in common. */
export async function checkRepeats(bench: QueueBench): Promise<void> {
  const { report, sandbox } = bench;
  report.section('“Skip Repeats: For Some Hours” across workers');
  const use = (path: string): Promise<string> =>
    activeBatch(bench, path, {
      settings: { onError: 'continueRegularOutput' },
      parameters: { delivery: { skipRepeats: 'window', deduplicationKey: '={{ $json.key }}' } },
    });
  const [to = ''] = people(1);
  const body = (key: string): object => ({ calls: calls([to]).map((call) => ({ ...call, key })) });

  await report.check(
    `${rounds} times ${atOnce} webhooks at once with one key: exactly one call`,
    async () => {
      await use('at-once');
      const told: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        sandbox.reset();
        sandbox.script(...Array.from({ length: atOnce }, () => slow(300)));
        const asking = Array.from({ length: atOnce }, () =>
          callWebhook(bench, 'at-once', body(`order-${round}`)),
        );
        const words = (await Promise.all(asking)).map(({ items: [item = {}] }) => wordOf(item));
        same(
          [arrivals(sandbox).length, tally(words)['accepted']],
          [1, 1],
          `Calls placed and told in round ${round}`,
        );
        told.push(...words);
      }
      // Who comes while the first one is on its way in the other worker hears that its outcome is not known.
      report.measured('What the executions were told', JSON.stringify(tally(told)));
    },
  );

  await report.check(`${atOnce} webhooks one after the other with one key: exactly one call`, async () => {
    sandbox.reset();
    await use('in-turn');
    const { workers } = bench;
    const before = workers.map((worker) => finishedBy(worker).length);
    const told: unknown[] = [];
    for (let turn = 0; turn < atOnce; turn += 1) {
      const { items } = await callWebhook(bench, 'in-turn', body('order-in-turn'));
      told.push(items[0]?.['status']);
    }
    same(told, ['accepted', ...Array.from({ length: atOnce - 1 }, () => 'skipped')]);
    same(sandbox.calls.length, 1, 'The number of calls');
    const shares = workers.map((worker, index) => finishedBy(worker).length - before[index]!);
    return `on workers ${shares.join(' and ')}`;
  });

  await report.check(
    '100 different calls, 25 at once, then the same again: nobody is rung twice',
    async () => {
      sandbox.reset();
      await activeBatch(bench, 'different', {
        settings: { onError: 'continueRegularOutput' },
        parameters: { delivery: { skipRepeats: 'window' } },
      });
      const numbers = people(100);
      const ask = async (person: string): Promise<string> =>
        wordOf((await callWebhook(bench, 'different', { calls: calls([person]) })).items[0] ?? {});
      same([...new Set(await inBatches(numbers, ask))], ['accepted'], 'What the first 100 were told');
      same([...new Set(await inBatches(numbers, ask))], ['skipped'], 'What the others were told');
      same([sandbox.calls.length, rungTwice(sandbox)], [100, []], 'Calls, and people rung twice');
    },
  );

  await report.check('kill -9 of both workers in mid-batch, then the same again: nobody is rung twice', () =>
    checkKilledBatch(bench, async () => {
      await Promise.all(bench.workers.map((worker) => worker.end('SIGKILL')));
      bench.workers = await bench.startWorkers();
    }),
  );
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** What became of a call: its status, or the code of its error. */
function wordOf(item: Record<string, unknown>): string {
  return String(item['status'] ?? details(item)['errorCode'] ?? JSON.stringify(item));
}
