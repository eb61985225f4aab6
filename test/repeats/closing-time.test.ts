import { memoryLedger, type CallResult, type RunMemory } from '../../shared';
import { answer, startSandbox, type Sandbox } from '../sandbox';
import { callerWith } from '../shared/caller-with';
import { rejectionOf } from '../shared/refusal';

/** A Monday in Copenhagen, a minute before and a minute after the last call of the day. */
const before = Date.parse('2026-11-23T18:59:00Z');
const after = Date.parse('2026-11-23T19:01:00Z');

let sandbox: Sandbox;
let memory: RunMemory;
beforeEach(async () => {
  sandbox = await startSandbox();
  memory = new Map();
});
afterEach(() => sandbox.close());

/** One pass of the same run, at a time. */
async function pass(now: number): Promise<CallResult> {
  const caller = callerWith({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }, { now: () => now });
  const call = await caller.prepare({
    outboundApi: sandbox.phoneNumberId,
    to: '+4532123456',
    callingHoursStart: '09:00',
    callingHoursEnd: '20:00',
  });
  return await caller.place(call, { ledger: memoryLedger(memory) });
}

test('who was called in time is not told to be called tomorrow when n8n tries the node again later', async () => {
  const first = await pass(before);
  expect(first.status).toBe('accepted');
  expect(await pass(after)).toEqual(first);
  expect(sandbox.requests).toHaveLength(1);
});

test('nor is an outcome that was unknown in time', async () => {
  sandbox.script(answer(503, { accept: true }));
  await rejectionOf(pass(before));
  expect(await rejectionOf(pass(after))).toMatchObject({ outcome: 'unknown' });
});

test('who was not called in time is skipped', async () => {
  expect(await pass(after)).toMatchObject({ status: 'skipped', skipReason: 'calling-hours' });
  expect(sandbox.requests).toHaveLength(0);
});
