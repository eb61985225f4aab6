import { people } from '../support/people';
import { includes, same } from '../support/report';
import { arrivals } from '../support/witness';
import { ending, runOf, verdict, type Bench } from './bench';

const numbers = people(3);

/** What one execution knows of another, and what the editor asks. */
export async function checkAcrossRuns(bench: Bench): Promise<void> {
  const { report, sandbox, ask } = bench;
  report.section('Across executions');
  const window = { skipRepeats: 'window' };

  await report.check('“For Some Hours”: a second execution skips who was called', async () => {
    sandbox.reset();
    const again = [...numbers, ...people(1, 3)];
    const { runs } = await ask({
      runs: [
        runOf(sandbox, numbers, window, { executionId: '1' }),
        runOf(sandbox, again, window, { executionId: '2' }),
      ],
    });
    same(
      runs.map(({ items }) => items.map(({ json }) => verdict(json))),
      [numbers.map(() => 'accepted'), [...numbers.map(() => 'skipped'), 'accepted']],
    );
    same(arrivals(sandbox), again, 'What reached the sandbox');
  });
  await report.check('“For Some Hours”: what may have rung is not called again', async () => {
    sandbox.reset();
    const run = (executionId: string) => runOf(sandbox, ['+12025550153'], window, { executionId });
    const { runs } = await ask({ runs: [run('1'), run('2')] });
    same(runs.map(ending), ['outcome-unknown unknown', 'outcome-unknown unknown']);
    same(arrivals(sandbox).length, 1, 'The number of requests');
  });
  await report.check('“For Some Hours” where n8n has no store: no call, and a clear word', async () => {
    sandbox.reset();
    const runs = [runOf(sandbox, numbers, window, { executionId: '1' })];
    const {
      runs: [run],
    } = await ask({ hasStore: false, runs });
    same(run && ending(run), 'store-unavailable not-placed');
    same(arrivals(sandbox), [], 'What reached the sandbox');
    return run?.error?.message;
  });
  await report.check('“Retry” in the list of executions is refused', async () => {
    sandbox.reset();
    const {
      runs: [run],
    } = await ask({ runs: [runOf(sandbox, numbers, {}, { executionId: '2', mode: 'retry' })] });
    same(run && ending(run), 'not-allowed not-placed');
    includes(run?.error?.message, 'retry of an earlier execution');
    same(arrivals(sandbox), [], 'What reached the sandbox');
  });

  report.section('What the editor asks');
  await report.check('The credential test accepts a good key', async () => {
    const { credentialTest } = await ask({ editor: true });
    same(credentialTest, { status: 'OK', message: 'Voiceflow accepts this key' });
  });
  await report.check('The credential test says what is wrong with a bad key', async () => {
    const credential = { apiKey: 'VF.DM.65f0c0ffee0ddba11ca11000.wrong', baseUrl: sandbox.url };
    const { credentialTest } = await ask({ editor: true, credential });
    same(credentialTest?.status, 'Error');
    includes(credentialTest?.message, 'API key');
    return credentialTest?.message;
  });
  await report.check('One field for each variable of the agent', async () => {
    const { fields } = await ask({ editor: true });
    includes(fields?.ids.join(' '), 'user_name', 'appointment');
    return `${fields?.ids.length} fields`;
  });
}
