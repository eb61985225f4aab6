import type { INode } from 'n8n-workflow';
import { answer, startSandbox, type Sandbox } from '../sandbox';
import { createN8nEngine, type N8nEngine } from '../support/n8n-engine';
import { httpRequestNode } from './http-request-node';
import { errorOf, listed, people, reports, runList, rungItems } from './n8n-list';

const retryOnFail: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

let engine: N8nEngine;
let sandbox: Sandbox;
beforeAll(async () => {
  engine = await createN8nEngine();
});
afterEach(() => sandbox.close());

/** How often the phone of each person rang. */
function rings(phones: readonly string[]): number[] {
  return phones.map((phone) => sandbox.calls.filter(({ to }) => to === phone).length);
}

describe('50 people, and one 503 after the call was placed', () => {
  const phones = people(50);
  beforeEach(async () => {
    sandbox = await startSandbox();
    sandbox.script(...phones.slice(0, 20).map(() => answer(200)), answer(503, { accept: true }));
  });

  test('HTTP Request with Retry On Fail rings all 50 twice', async () => {
    const { failed } = await httpRequestNode(sandbox, phones, { tries: 3, waitBetweenTriesMs: 1 });
    expect(failed).toBe(false);
    expect(rings(phones)).toEqual(phones.map(() => 2));
  });

  test('ours with Retry On Fail rings nobody twice, and says whom it did not call', async () => {
    const run = await runList(engine, sandbox, { phones, settings: retryOnFail, executionId: 'scene 1' });
    const { description } = errorOf(run);
    expect(Math.max(...rings(phones))).toBe(1);
    expect(
      [...listed(description, 'accepted'), ...listed(description, 'unknown')].sort((a, b) => a - b),
    ).toEqual(rungItems(sandbox, phones));
  });

  test('ours with Continue On Fail as well: 50 of 50 once, one of them reported as unknown', async () => {
    const settings: Partial<INode> = { ...retryOnFail, onError: 'continueRegularOutput' };
    const run = await runList(engine, sandbox, { phones, settings, executionId: 'scene 1, going on' });
    expect(rings(phones)).toEqual(phones.map(() => 1));
    expect(reports(run).filter((report) => report === 'accepted')).toHaveLength(49);
    expect(reports(run).filter((report) => report === 'outcome-unknown')).toHaveLength(1);
  });
});

describe('200 people on a plan of 10 lines, each call 500 ms long', () => {
  const phones = people(200);
  beforeEach(async () => {
    sandbox = await startSandbox({ lines: 10, callMs: 500 });
  });

  test('HTTP Request places a line’s worth and loses the rest', async () => {
    const { failed } = await httpRequestNode(sandbox, phones);
    expect(failed).toBe(true);
    // Ten, unless sending 200 requests takes this machine longer than a call.
    expect(rings(phones).filter((times) => times === 0).length).toBeGreaterThan(150);
  });

  test('HTTP Request with Retry On Fail loses most of them still, and rings others twice', async () => {
    const { failed } = await httpRequestNode(sandbox, phones, { tries: 3 });
    expect(failed).toBe(true);
    expect(rings(phones).filter((times) => times === 0).length).toBeGreaterThan(100);
    expect(Math.max(...rings(phones))).toBeGreaterThan(1);
  });

  test('ours: 200 of 200 once, on no more lines than there are, without a storm of requests', async () => {
    const start = performance.now();
    const run = await runList(engine, sandbox, { phones, executionId: 'scene 2' });
    const seconds = (performance.now() - start) / 1000;
    process.stderr.write(
      `200 calls on 10 lines: ${seconds.toFixed(1)} s (ideal: 10 s), ${sandbox.requests.length} requests\n`,
    );
    expect(reports(run)).toEqual(phones.map(() => 'accepted'));
    expect(rings(phones)).toEqual(phones.map(() => 1));
    expect(sandbox.peakLines).toBeLessThanOrEqual(10);
    expect(sandbox.requests.length).toBeLessThanOrEqual(400);
  });
});
