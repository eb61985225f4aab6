import { readFileSync } from 'node:fs';
import { answer } from '../../sandbox';
import { calls, people } from '../support/people';
import { includes, same } from '../support/report';
import { arrivals } from '../support/witness';
import { chain, constant, manualTrigger, splitOut, voiceflow } from '../support/workflows';
import type { Item, NodeRun } from '../support/n8n-api';
import { activeBatch, callWebhook, details, type Bench } from './bench';

const badNumber = '+45 12';
const rejected = '+12025550140';
const mayHaveRung = '+12025550151';

/** Plain runs, and the settings that every node of n8n has. */
export async function checkRuns(bench: Bench): Promise<void> {
  const { report, sandbox, api, use, n8n } = bench;
  report.section('Runs, and the settings of the editor');

  await report.check('`n8n execute` runs a batch, and every item keeps its order', async () => {
    sandbox.reset();
    const numbers = people(12);
    const batch = chain(
      'From the command line',
      manualTrigger(),
      constant({ calls: calls(numbers) }),
      splitOut('calls'),
      voiceflow(use),
    );
    const id = await api.createWorkflow(batch);
    const log = await n8n.command(['execute', `--id=${id}`, '--rawOutput']);
    same(arrivals(sandbox).sort(), [...numbers].sort(), 'What reached the sandbox');
    const items = outputOfCommand(log);
    same(
      items.map(({ json }) => json['to']),
      numbers,
      'What the command printed',
    );
  });

  await report.check('A production webhook places a call and answers with what became of it', async () => {
    sandbox.reset();
    await activeBatch(bench, 'place');
    const [to = ''] = people(1);
    const { status, items } = await callWebhook(bench, 'place', { calls: [{ to }] });
    same(
      [status, items.map((item) => [item['status'], item['to'], item['country']])],
      [200, [['accepted', to, 'US']]],
    );
    same(arrivals(sandbox), [to]);
  });

  await report.check('A call that fails ends the execution, and the error says what to do', async () => {
    sandbox.reset();
    const id = await activeBatch(bench, 'fails');
    const numbers = [...people(2), rejected];
    const { status } = await callWebhook(bench, 'fails', { calls: calls(numbers) });
    const execution = await api.finished(id);
    same([status, execution.status], [500, 'error']);
    includes(execution.error?.message, 'Voiceflow refused the request', 'others of this run were');
    includes(execution.error?.description, 'Of 3 calls: accepted: items 0-1; not placed: item 2.');
    same(execution.error?.context?.['errorCode'], 'rejected');
    return execution.error?.description;
  });

  const mixed = [people(1)[0] ?? '', badNumber, rejected, mayHaveRung];
  const expected = [
    ['accepted', undefined],
    [undefined, ['invalid-phone-number', 'not-placed', badNumber]],
    [undefined, ['rejected', 'not-placed', rejected]],
    [undefined, ['outcome-unknown', 'unknown', mayHaveRung]],
  ];
  const summary = (json: Record<string, unknown>): unknown => {
    const { errorCode, outcome, to } = details(json);
    return [json['status'], errorCode === undefined ? undefined : [errorCode, outcome, to]];
  };

  await report.check('“Continue” on error: each item has its result or its error', async () => {
    sandbox.reset();
    const id = await activeBatch(bench, 'continue', { settings: { onError: 'continueRegularOutput' } });
    await callWebhook(bench, 'continue', { calls: calls(mixed) });
    const output = (await api.finished(id)).outputOf('Voiceflow');
    same(
      output.map(({ json }) => summary(json)),
      expected,
    );
    same(
      output.map(({ pairedItem }) => pairedItem),
      [0, 1, 2, 3].map((item) => ({ item })),
    );
    includes(output[3]?.json['error'], 'may have rung');
  });

  await report.check(
    '“Continue (using error output)”: the failed ones leave by the other output',
    async () => {
      sandbox.reset();
      const id = await activeBatch(bench, 'error-output', { settings: { onError: 'continueErrorOutput' } });
      await callWebhook(bench, 'error-output', { calls: calls(mixed) });
      const execution = await api.finished(id);
      same(
        execution.outputOf('Voiceflow', 0).map(({ json }) => summary(json)),
        expected.slice(0, 1),
        'Output 0',
      );
      same(
        execution.outputOf('Voiceflow', 1).map(({ json }) => summary(json)),
        expected.slice(1),
        'Output 1',
      );
    },
  );

  const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 200 };
  const oneByOne = { delivery: { concurrency: 1 } };

  await report.check('“Retry On Fail” goes on where it failed, and rings nobody twice', async () => {
    sandbox.reset();
    sandbox.script(answer(200), answer(422));
    const id = await activeBatch(bench, 'retry', { settings: retrying, parameters: oneByOne });
    const numbers = people(4);
    const { status, items } = await callWebhook(bench, 'retry', { calls: calls(numbers) });
    same([status, items.map((item) => item['status'])], [200, numbers.map(() => 'accepted')]);
    same(
      sandbox.calls.map(({ to }) => to),
      numbers,
      'Who was called',
    );
    same((await api.finished(id)).status, 'success');
  });

  await report.check('“Retry On Fail” does not repeat a call that may have rung', async () => {
    sandbox.reset();
    const id = await activeBatch(bench, 'retry-unknown', { settings: retrying, parameters: oneByOne });
    const [first = '', last = ''] = people(2);
    await callWebhook(bench, 'retry-unknown', { calls: calls([first, mayHaveRung, last]) });
    const execution = await api.finished(id);
    same(arrivals(sandbox), [first, mayHaveRung], 'What reached the sandbox');
    includes(execution.error?.message, 'may have rung');
    includes(execution.error?.description, 'unknown: item 1; not started: item 2');
    return execution.error?.message;
  });
}

/** What the node put out, from the JSON that `--rawOutput` prints after n8n's own lines. */
function outputOfCommand(log: string): Item[] {
  const text = readFileSync(log, 'utf8');
  const json = text.slice(text.indexOf('\n{') + 1, text.lastIndexOf('\n}') + 2);
  const { data } = JSON.parse(json) as { data: { resultData: { runData: Record<string, NodeRun[]> } } };
  return data.resultData.runData['Voiceflow']?.at(-1)?.data?.['main']?.[0] ?? [];
}
