import { inspect } from 'node:util';
import type { CallError, CallResult, Caller, RawCall } from '../../../shared';
import { answer, closeWithoutAnswer, hang, refuse, reset, startSandbox, type Sandbox } from '../../sandbox';
import { callerWith } from '../caller-with';
import { rejectionOf } from '../refusal';

let sandbox: Sandbox;
let caller: Caller;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => {
  sandbox.reset();
  caller = callerWith({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
});
afterAll(() => sandbox.close());

async function place(change: RawCall = {}): Promise<CallResult> {
  const call = await caller.prepare({ outboundApi: sandbox.phoneNumberId, to: '+4532123456', ...change });
  return await caller.place(call);
}

function refusedCall(change: RawCall = {}): Promise<CallError> {
  return rejectionOf(place(change));
}

describe('a call that may have been placed', () => {
  it.each([
    ['500', answer(500, { accept: true })],
    ['409', answer(409, { accept: true })],
    ['reset', reset({ accept: true })],
    ['closed', closeWithoutAnswer({ accept: true })],
    ['silence', hang({ accept: true })],
  ])('is unknown and never tried again: %s', async (_name, fault) => {
    sandbox.script(fault);
    const error = await refusedCall({ timeout: 1 });
    expect(error).toMatchObject({ code: 'outcome-unknown', outcome: 'unknown' });
    expect(error.message).toContain('may have rung');
    expect(sandbox.requests).toHaveLength(1);
    expect(sandbox.calls).toHaveLength(1);
  });
});

describe('the error of a call', () => {
  it('holds neither the key nor the whole number, even if the server repeats both', async () => {
    const words = `Bearer ${sandbox.apiKey} may not call +4532123456 or 32123456 `;
    for (const status of [400, 401, 404, 409, 429, 500]) {
      sandbox.script(refuse(status, words), refuse(status, words));
      const error = await refusedCall();
      expect(error.detail).toContain('may not call');
      expect(inspect(error)).not.toMatch(/SandboxKey|32123456/);
    }
  });

  it('keeps how long the server asked to wait', async () => {
    sandbox.script(refuse(429, 'All lines are busy.', { 'retry-after': '7' }));
    expect(await refusedCall()).toMatchObject({
      code: 'rate-limited',
      outcome: 'not-placed',
      httpStatus: 429,
      retryAfterMs: 7000,
      detail: 'All lines are busy.',
    });
  });

  it('says why nothing left', async () => {
    caller = callerWith({ apiKey: sandbox.apiKey, baseUrl: 'http://127.0.0.1:1' });
    const error = await refusedCall();
    expect(error).toMatchObject({ code: 'unreachable', outcome: 'not-placed', httpStatus: null });
    expect(error.message).toBe('Voiceflow could not be reached: nothing answers at this address.');
  });
});
