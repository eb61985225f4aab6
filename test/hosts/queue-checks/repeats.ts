import { slow } from '../../sandbox';
import { activeBatch, callWebhook, details } from '../n8n-checks/bench';
import { calls, people } from '../support/people';
import { same } from '../support/report';
import { arrivals, rungTwice } from '../support/witness';
import { finishedBy, type QueueBench } from './bench';
import { inBatches } from './spread';

const rounds = 8;
const atOnce = 20;

/**
 * The repeat guard across processes. n8n's store of what was processed cannot tell two workers apart that ask at
 * the same moment, so the number of calls is measured here and only bounded: at least one, and less than without
 * the guard. One after the other, it has to be exactly one.
 */
export async function measureRepeats(bench: QueueBench): Promise<void> {
  const { report, sandbox, workers } = bench;
  report.section('“Skip Repeats: For Some Hours” across workers');
  const use = (path: string): Promise<string> =>
    activeBatch(bench, path, {
      settings: { onError: 'continueRegularOutput' },
      parameters: { delivery: { skipRepeats: 'window', deduplicationKey: '={{ $json.key }}' } },
    });
  const [to = ''] = people(1);
  const body = (key: string): object => ({ calls: calls([to]).map((call) => ({ ...call, key })) });

  await report.check(`${rounds} times ${atOnce} webhooks at once with one key`, async () => {
    await use('at-once');
    const placed: number[] = [];
    const told: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      sandbox.reset();
      sandbox.script(...Array.from({ length: atOnce }, () => slow(300)));
      const asking = Array.from({ length: atOnce }, () =>
        callWebhook(bench, 'at-once', body(`order-${round}`)),
      );
      const words = (await Promise.all(asking)).map(({ items: [item = {}] }) => wordOf(item));
      const count = (word: string): number => words.filter((each) => each === word).length;
      const arrived = arrivals(sandbox).length;
      // Who is told “accepted” was rung, and nobody else was.
      same([count('accepted'), sandbox.calls.length], [arrived, arrived], 'Calls told and placed');
      placed.push(arrived);
      told.push([...new Set(words)].map((word) => `${count(word)} ${word}`).join(' + '));
    }
    report.measured('Calls placed in each round (1 would be perfect)', placed.join(', '));
    report.measured('What the executions were told', [...new Set(told)].join('; '));
    if (placed.some((count) => count < 1 || count > atOnce / 2)) {
      throw new Error(`Not even half of the repeats were held back: ${placed.join(', ')}`);
    }
    return `at most ${Math.max(...placed)} of ${atOnce}`;
  });

  await report.check(`${atOnce} webhooks one after the other with one key: exactly one call`, async () => {
    sandbox.reset();
    await use('in-turn');
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

  await report.check('100 different calls at once, then the same again: what is remembered', async () => {
    sandbox.reset();
    await activeBatch(bench, 'different', {
      settings: { onError: 'continueRegularOutput' },
      parameters: { delivery: { skipRepeats: 'window' } },
    });
    const numbers = people(100);
    const ask = async (person: string): Promise<string> =>
      wordOf((await callWebhook(bench, 'different', { calls: calls([person]) })).items[0] ?? {});
    const words = [...(await inBatches(numbers, ask)), ...(await inBatches(numbers, ask))];
    const tally = [...new Set(words)].map(
      (word) => `${words.filter((each) => each === word).length} ${word}`,
    );
    report.measured('What the 200 executions were told', tally.join(', '));
    report.measured('People rung twice (0 would be perfect)', String(rungTwice(sandbox).length));
    same(sandbox.calls.length, words.filter((word) => word === 'accepted').length, 'The number of calls');
  });
}

/** What became of a call: its status, or the code of its error. */
function wordOf(item: Record<string, unknown>): string {
  return String(item['status'] ?? details(item)['errorCode'] ?? JSON.stringify(item));
}
