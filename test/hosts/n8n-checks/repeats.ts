import { answer, slow } from '../../sandbox';
import { calls, people } from '../support/people';
import { waitFor } from '../support/processes';
import { includes, same } from '../support/report';
import { answered, arrivals, rungTwice } from '../support/witness';
import { activeBatch, callWebhook, details, type Bench } from './bench';

/** Repeats: many at once, after a crash, after the stop button, and from the list of executions. */
export async function checkRepeats(bench: Bench): Promise<void> {
  const { report, sandbox, api } = bench;
  report.section('Nobody is rung twice');
  const window = { skipRepeats: 'window' };

  await report.check('20 webhooks at once with one key: exactly one call', async () => {
    sandbox.reset();
    sandbox.script(slow(500));
    const delivery = { ...window, deduplicationKey: 'order-1042' };
    await activeBatch(bench, 'at-once', { parameters: { delivery } });
    const body = { calls: calls(people(1)) };
    const answers = await Promise.all(Array.from({ length: 20 }, () => callWebhook(bench, 'at-once', body)));
    const statuses = answers
      .map(({ items: [item] }) => `${String(item?.['status'])} ${String(item?.['skipReason'])}`)
      .sort();
    same(statuses, ['accepted null', ...Array.from({ length: 19 }, () => 'skipped repeat')]);
    same(arrivals(sandbox), people(1), 'What reached the sandbox');
  });

  await report.check('kill -9 in mid-batch, then the same again: nobody is rung twice', async () => {
    sandbox.reset();
    const numbers = people(30);
    sandbox.script(
      ...numbers.slice(0, 10).map(() => answer(200)),
      ...numbers.slice(10, 20).map(() => slow(60_000)),
    );
    const parameters = { delivery: { ...window, concurrency: 4 } };
    const settings = { onError: 'continueRegularOutput' };
    const id = await activeBatch(bench, 'killed', { parameters, settings, answer: 'onReceived' });
    const body = { calls: calls(numbers) };
    await callWebhook(bench, 'killed', body);
    await waitFor('calls in flight', () => answered(sandbox) === 10 && arrivals(sandbox).length === 14);
    await bench.server.end('SIGKILL');
    const before = arrivals(sandbox);
    const inFlight = before.slice(10);

    bench.server = await bench.n8n.start();
    await api.published(id);
    const [crashed] = await api.executionsOf(id);
    // A reset drops the slow answers that nobody came for, and what was seen so far, which has to be kept.
    const seen = [...sandbox.calls];
    sandbox.reset();
    await callWebhook(bench, 'killed', body);
    const again = await api.finished(id, { after: crashed ?? '' });
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
  });

  await report.check('The stop button: nothing more starts', async () => {
    sandbox.reset();
    const numbers = people(40);
    sandbox.script(...numbers.map(() => slow(400)));
    const id = await activeBatch(bench, 'stopped', {
      parameters: { delivery: { concurrency: 2 } },
      answer: 'onReceived',
    });
    await callWebhook(bench, 'stopped', { calls: calls(numbers) });
    await waitFor('the first calls', () => answered(sandbox) >= 4);
    const [executionId = ''] = await api.executionsOf(id);
    await api.post(`/executions/${executionId}/stop`, {});
    const atStop = arrivals(sandbox).length;
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const execution = await api.execution(executionId);
    same(arrivals(sandbox).length, atStop, 'The number of calls');
    same(execution.status, 'canceled');
    return `${atStop} of 40 had left; the execution says: ${execution.error?.message ?? JSON.stringify(execution.runsOf('Voiceflow')).slice(0, 300)}`;
  });

  await report.check('“Retry” in the list of executions is refused, with the reason', async () => {
    sandbox.reset();
    const id = await activeBatch(bench, 'retried');
    const numbers = [...people(2), '+12025550140'];
    await callWebhook(bench, 'retried', { calls: calls(numbers) });
    const failed = await api.finished(id);
    await api.post(`/executions/${failed.id}/retry`, { loadWorkflow: false });
    const retry = await api.finished(id, { after: failed.id });
    same([retry.mode, retry.status], ['retry', 'error']);
    // Several leave at once, and may arrive in another order.
    same(arrivals(sandbox).sort(), [...numbers].sort(), 'What reached the sandbox');
    includes(retry.error?.message, 'retry of an earlier execution');
    return retry.error?.message;
  });

  await report.check('“Retry” with “For Some Hours” calls only those who were not called', async () => {
    sandbox.reset();
    sandbox.script(answer(200), answer(422));
    const delivery = { ...window, concurrency: 1 };
    const id = await activeBatch(bench, 'retried-window', { parameters: { delivery } });
    const numbers = people(3);
    await callWebhook(bench, 'retried-window', { calls: calls(numbers) });
    const failed = await api.finished(id);
    await api.post(`/executions/${failed.id}/retry`, { loadWorkflow: false });
    const retry = await api.finished(id, { after: failed.id });
    same(
      retry.outputOf('Voiceflow').map(({ json }) => json['status']),
      ['skipped', 'accepted', 'accepted'],
    );
    same(rungTwice(sandbox), [], 'Who was rung twice');
    same(sandbox.calls.length, 3, 'The number of calls');
  });
}
