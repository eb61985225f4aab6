/** A call that is refused for its time now may have been placed, or started, in time before; for other reasons not. */
import { CallError } from '../../../shared';
import { memoryLedger, type RunMemory } from '../../../shared/ledger/memory-ledger';
import { answer, startSandbox, type Sandbox } from '../../sandbox';
import { coreCaller } from '../../support/core-host';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(() => sandbox.close());

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const closed = { callingDays: [days[(new Date().getUTCDay() + 3) % 7]], timeZone: 'UTC' };

async function place(memory: RunMemory, policy: object): Promise<unknown> {
  const caller = coreCaller({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
  const call = await caller.prepare({ outboundApi: sandbox.phoneNumberId, to: '+4532123456', ...policy });
  return await caller.place(call, { ledger: memoryLedger(memory) }).catch((error: unknown) => error);
}

test('an accepted call stays accepted', async () => {
  const memory: RunMemory = new Map();
  await place(memory, {});
  await expect(place(memory, closed)).resolves.toMatchObject({ status: 'accepted', nextAllowedAt: null });
});

test('an unknown one stays unknown', async () => {
  const memory: RunMemory = new Map();
  sandbox.script(answer(503, { accept: true }));
  await place(memory, {});
  await expect(place(memory, closed)).resolves.toBeInstanceOf(CallError);
  expect(sandbox.calls).toHaveLength(1);
});

test('a new one is skipped, and leaves no mark', async () => {
  const memory: RunMemory = new Map();
  await expect(place(memory, closed)).resolves.toMatchObject({
    status: 'skipped',
    skipReason: 'calling-hours',
  });
  expect(memory.size).toBe(0);
  await expect(place(memory, {})).resolves.toMatchObject({ status: 'accepted' });
});

test('who must not be called is told of as such, although a call was placed before', async () => {
  const memory: RunMemory = new Map();
  await place(memory, {});
  await expect(place(memory, { doNotCall: '+4532123456' })).resolves.toMatchObject({
    status: 'skipped',
    skipReason: 'do-not-call',
  });
  expect(sandbox.calls).toHaveLength(1);
});

test('a dry run tells of the hours that would forbid the call', async () => {
  await expect(place(new Map(), { ...closed, dryRun: true })).resolves.toMatchObject({
    status: 'skipped',
    skipReason: 'calling-hours',
  });
});

test('who would rather stop than skip gets an error', async () => {
  await expect(place(new Map(), { ...closed, whenNotAllowed: 'fail' })).resolves.toMatchObject({
    code: 'not-allowed',
    outcome: 'not-placed',
  });
  expect(sandbox.requests).toEqual([]);
});
