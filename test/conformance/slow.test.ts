/** Silence and dribble, which no product may wait for beyond its time. Apart, since Zapier's time is 20 s. */
import { dribble, hang, startSandbox, type Fault } from '../sandbox';
import type { Outcome, Runner } from './runner';
import { createN8nRunner, runCore, runInZapier } from './runners';

let runN8n: Runner;

beforeAll(async () => {
  runN8n = await createN8nRunner();
});

async function runWithFault(
  runner: Runner,
  fault: Fault,
): Promise<Outcome & { arrived: number; accepted: number }> {
  const sandbox = await startSandbox();
  try {
    sandbox.script(fault);
    const { apiKey, url: baseUrl, phoneNumberId: outboundApi } = sandbox;
    const connection = { apiKey, baseUrl, projectId: '', apiVersion: 'auto' };
    const outcome = await runner({ to: '+4532123456', outboundApi }, connection, 3);
    return { ...outcome, arrived: sandbox.requests.length, accepted: sandbox.calls.length };
  } finally {
    await sandbox.close();
  }
}

const unknown = { code: 'outcome-unknown', outcome: 'unknown', field: null, reason: null };

describe.each([
  ['core', (): Runner => runCore],
  ['n8n', (): Runner => runN8n],
  ['Zapier', (): Runner => runInZapier],
])('%s', (_, runner) => {
  test('silence after acceptance is unknown; a dribbling 200 is accepted; neither is sent again', async () => {
    const [silence, refusedSilence, dribbled, dribbledError] = await Promise.all([
      runWithFault(runner(), hang({ accept: true })),
      runWithFault(runner(), hang()),
      runWithFault(runner(), dribble(200, { everyMs: 50 })),
      runWithFault(runner(), dribble(503, { everyMs: 50 })),
    ]);
    expect(silence).toMatchObject({ error: unknown, arrived: 1, accepted: 1 });
    expect(silence.text).toContain('may have rung');
    expect(refusedSilence).toMatchObject({ error: unknown, arrived: 1, accepted: 0 });
    expect(dribbled).toMatchObject({ result: { status: 'accepted', response: null }, arrived: 1 });
    expect(dribbledError).toMatchObject({ error: unknown, arrived: 1 });
  }, 40_000);
});
