import { answer, slow } from '../../sandbox';
import { calls, people } from '../support/people';
import { waitFor } from '../support/processes';
import { includes, same } from '../support/report';
import { answered, arrivals, rungTwice } from '../support/witness';
import { activeBatch, callWebhook, type Bench } from './bench';
import { checkKilledBatch } from './killed-batch';

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

  await report.check('kill -9 in mid-batch, then the same again: nobody is rung twice', () =>
    checkKilledBatch(bench, async (workflowId) => {
      await bench.server.end('SIGKILL');
      bench.server = await bench.n8n.start();
      await api.published(workflowId);
    }),
  );

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
