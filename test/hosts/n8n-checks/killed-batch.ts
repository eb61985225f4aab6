import { answer, slow } from '../../sandbox';
import { calls, people } from '../support/people';
import { waitFor } from '../support/processes';
import { includes, same } from '../support/report';
import { answered, arrivals } from '../support/witness';
import { activeBatch, callWebhook, details, type Bench } from './bench';

/**
 * A batch whose process is killed when ten calls are accepted and four are on their way, and then the same again.
 * @param restart kills with SIGKILL whatever runs the workflow, and starts it again
 * @returns what the second run was told, in a few words
 */
export async function checkKilledBatch(
  bench: Bench,
  restart: (workflowId: string) => Promise<void>,
): Promise<string> {
  const { sandbox, api } = bench;
  sandbox.reset();
  const numbers = people(30);
  sandbox.script(
    ...numbers.slice(0, 10).map(() => answer(200)),
    ...numbers.slice(10, 20).map(() => slow(60_000)),
  );
  const id = await activeBatch(bench, 'killed', {
    parameters: { delivery: { skipRepeats: 'window', concurrency: 4 } },
    settings: { onError: 'continueRegularOutput' },
    answer: 'onReceived',
  });
  const body = { calls: calls(numbers) };
  await callWebhook(bench, 'killed', body);
  await waitFor('calls in flight', () => answered(sandbox) === 10 && arrivals(sandbox).length === 14);
  await restart(id);
  const before = arrivals(sandbox);
  const inFlight = before.slice(10);

  const [crashed] = await api.executionsOf(id);
  // A reset drops the slow answers that nobody came for, and what was seen so far, which has to be kept.
  const seen = [...sandbox.calls];
  sandbox.reset();
  await callWebhook(bench, 'killed', body);
  const again = await api.finished(id, { after: crashed ?? '', timeoutMs: 120_000 });
  const output = again.outputOf('Voiceflow').map(({ json }) => json);
  same(output.length, numbers.length, 'The number of items');

  same(
    [...seen, ...sandbox.calls].map(({ to }) => to).sort(),
    [...numbers].sort(),
    'Who was called, in both runs',
  );
  for (const [index, json] of output.entries()) {
    const to = numbers[index] ?? '';
    const told = json['status'] === undefined ? details(json)['outcome'] : json['status'];
    if (!before.includes(to)) same(told, 'accepted', to);
    else if (inFlight.includes(to)) {
      same(told, 'unknown', to);
      includes(json['error'], 'may have rung');
    } else if (told !== 'skipped') same(told, 'unknown', to);
  }
  const count = (word: string): number =>
    output.filter((json) => (json['status'] ?? details(json)['outcome']) === word).length;
  return `30 people: ${count('skipped')} skipped, ${count('unknown')} unknown, ${count('accepted')} called now`;
}
