import { inspect } from 'node:util';
import type { CallError, CallResult, Caller, RawCall } from '../../../shared';
import { outcomeOfStatus } from '../../../shared/outcome/outcome-table';
import {
  answer,
  closeWithoutAnswer,
  hang,
  html,
  refuse,
  reset,
  startSandbox,
  type Sandbox,
} from '../../sandbox';
import { callerWith } from '../caller-with';
import { rejectionOf } from '../refusal';

let sandbox: Sandbox;
let caller: Caller;
let waitForFreeLineMs: number;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => {
  sandbox.reset();
  waitForFreeLineMs = 0;
  caller = callerWith({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
});
afterAll(() => sandbox.close());

async function place(change: RawCall = {}): Promise<CallResult> {
  const call = await caller.prepare({ outboundApi: sandbox.phoneNumberId, to: '+4532123456', ...change });
  // Whoever may wait for a free line waits for nothing else.
  return await caller.place(call, { waitForFreeLineMs });
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
    waitForFreeLineMs = 60_000;
    const error = await refusedCall({ timeout: 1 });
    expect(error).toMatchObject({ code: 'outcome-unknown', outcome: 'unknown' });
    expect(error.message).toContain('may have rung');
    expect(sandbox.requests).toHaveLength(1);
    expect(sandbox.calls).toHaveLength(1);
  });

  it('says so if the time was up, and not that the connection broke', async () => {
    sandbox.script(hang({ accept: true }));
    expect((await refusedCall({ timeout: 1 })).message).toContain('in time');
  });
});

describe('a call that was refused', () => {
  it.each([300, 302, 400, 402, 403, 422])(
    'is not tried again, however long it may wait: %d',
    async (status) => {
      sandbox.script(answer(status));
      waitForFreeLineMs = 60_000;
      const error = await refusedCall();
      expect(error).toMatchObject({ outcome: 'not-placed', httpStatus: status });
      // No cause is made up where the server has told the status and no more.
      expect(error.message).toBe(outcomeOfStatus(status).happened);
      expect(sandbox.requests).toHaveLength(1);
      expect(sandbox.calls).toEqual([]);
    },
  );
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

  it('quotes no page of a gateway, whatever it begins with, and plain text without a type', async () => {
    const body = 'Bad gateway <b>at</b> the edge';
    sandbox.script(html(502), answer(502, { body, contentType: 'text/html' }));
    expect((await refusedCall()).detail).toBeNull();
    expect((await refusedCall()).detail).toBeNull();
    sandbox.script(answer(502, { body, contentType: null }));
    expect((await refusedCall()).detail).toBe(body);
  });

  it('says why nothing left', async () => {
    caller = callerWith({ apiKey: sandbox.apiKey, baseUrl: 'http://127.0.0.1:1' });
    const error = await refusedCall();
    const facts = { code: 'unreachable', outcome: 'not-placed', httpStatus: null, detail: null };
    expect(error).toMatchObject(facts);
    expect(error.message).toBe('Voiceflow could not be reached: nothing answers at this address.');
  });
});
