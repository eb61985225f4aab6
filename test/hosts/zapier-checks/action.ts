import { answer } from '../../sandbox';
import { people } from '../support/people';
import { includes, same } from '../support/report';
import { arrivals } from '../support/witness';
import { placeCall, type Bench } from './bench';
import type { HandlerAnswer } from './handler';

const [ada = '', bob = '', cy = ''] = people(3);

/** The action out of the unpacked zip: what Zapier is told, and what reached the server. */
export async function checkAction(bench: Bench): Promise<void> {
  const { report, sandbox, cache } = bench;
  report.section('The action, from the unpacked zip');

  await report.check('Accepted: the result, and one request', async () => {
    sandbox.reset();
    // Zapier's client removes the first from a body, and refuses the second in one.
    const variables = { first_name: 'Ada {{Countess}}', note: '{{bundle.inputData.to}}' };
    const { results } = await placeCall(bench, { to: ada, variables });
    const { status, to, country, attempts } = results as Record<string, unknown>;
    same([status, to, country, attempts], ['accepted', ada, 'US', 1]);
    same(
      sandbox.calls.map(({ to: called, variables: sent }) => [called, sent]),
      [[ada, variables]],
    );
  });
  await report.check('Accepted, although the socket dies after the status line', async () => {
    sandbox.reset();
    const { results } = await placeCall(bench, { to: '+12025550103' });
    same((results as Record<string, unknown>)['status'], 'accepted');
    same(arrivals(sandbox).length, 1, 'The number of requests');
  });
  await report.check('A bad number halts the step, and nothing leaves', async () => {
    sandbox.reset();
    const run = await placeCall(bench, { to: '+45 12' });
    same(ending(run), ['HaltedError', 'invalid-phone-number', 'not-placed']);
    same(sandbox.requests, [], 'What reached the sandbox');
    return run.error?.message;
  });
  await report.check('Refused by the server: an error, sent once', async () => {
    sandbox.reset();
    const run = await placeCall(bench, { to: '+12025550122' });
    same(ending(run), ['AppError', 'rejected', 'not-placed']);
    same(arrivals(sandbox).length, 1, 'The number of requests');
  });
  await report.check('A wrong key asks to reconnect', async () => {
    sandbox.reset();
    same(ending(await placeCall(bench, { to: '+12025550141' })), [
      'ExpiredAuthError',
      'unauthorized',
      'not-placed',
    ]);
    same(arrivals(sandbox).length, 2, 'One request for each version of the API; requests');
  });
  await report.check('Unknown: halted, so that Autoreplay leaves it alone', async () => {
    sandbox.reset();
    const run = await placeCall(bench, { to: '+12025550153' });
    same(ending(run), ['HaltedError', 'outcome-unknown', 'unknown']);
    includes(run.error?.message, 'may have rung');
    same(arrivals(sandbox).length, 1, 'The number of requests');
    return run.error?.message;
  });
  await report.check('The same step again after that does not ring', async () => {
    const run = await placeCall(bench, { to: '+12025550153' });
    same(ending(run), ['HaltedError', 'outcome-unknown', 'unknown']);
    same(arrivals(sandbox).length, 1, 'The number of requests of both');
  });
  await report.check('A busy plan: Zapier is told to wait, and rings later', async () => {
    sandbox.reset();
    sandbox.script(answer(429, { headers: { 'retry-after': '7' } }));
    const busy = await placeCall(bench, { to: bob });
    same(ending(busy), ['ThrottledError', 'rate-limited', 'not-placed']);
    same((JSON.parse(busy.error?.message ?? '') as { delay: unknown }).delay, 7, 'The delay in seconds');
    const { results } = await placeCall(bench, { to: bob });
    same((results as Record<string, unknown>)['status'], 'accepted');
    same(
      sandbox.calls.map(({ to }) => to),
      [bob],
      'Who was called',
    );
  });
  await report.check('A cache that is too busy to write delays the call', async () => {
    sandbox.reset();
    cache.mood = 'busy';
    const busy = await placeCall(bench, { to: cy }).finally(() => (cache.mood = 'works'));
    same(ending(busy), ['ThrottledError', 'store-unavailable', 'not-placed']);
    same(sandbox.requests, [], 'What reached the sandbox');
  });
  await report.check('With a window, the same call is skipped', async () => {
    sandbox.reset();
    const input = { to: cy, repeat_window_hours: 24 };
    const first = await placeCall(bench, input);
    const second = await placeCall(bench, input);
    same(
      [first, second].map(({ results }) => (results as Record<string, unknown>)['skipReason']),
      [null, 'repeat'],
    );
    same(arrivals(sandbox), [cy], 'What reached the sandbox');
  });
}

function ending({ error }: HandlerAnswer): unknown[] {
  if (error === null) return ['no error'];
  return [error.name, error.code, error.outcome];
}
