/** Whoever waits for a line must not wait for somebody who has left. */
import type { CallError, CallOutcome, RawCall } from '../../../shared';
import { answer, startSandbox, type Sandbox } from '../../sandbox';
import { nodeHost } from '../../support/core-host';
import { callerWith } from '../caller-with';
import { expectSentences } from '../refusal';

/** A Monday in Copenhagen, a minute before and a minute after the last call of the day. */
const before = Date.parse('2026-11-23T18:59:00Z');
const after = Date.parse('2026-11-23T19:01:00Z');
const hours = { callingHoursStart: '09:00', callingHoursEnd: '20:00' };

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

function told(outcome: CallOutcome | undefined): unknown {
  if (!outcome) return null;
  return 'result' in outcome ? outcome.result.status : (outcome.error as { code: string }).code;
}

test('when the day ends for the one who tries whether a line is free, the next one tries', async () => {
  sandbox.script(answer(429), answer(429));
  const start = Date.now();
  let clock = before;
  const { http } = nodeHost(sandbox.apiKey);
  const caller = callerWith(
    { apiKey: sandbox.apiKey, baseUrl: sandbox.url },
    {
      now: () => clock + Date.now() - start,
      http: async (request, signal) => {
        const response = await http(request, signal);
        clock = after;
        return response;
      },
    },
  );
  const people: RawCall[] = [{ to: '+4532123451', ...hours }, { to: '+4532123452' }];
  const calls = await Promise.all(
    people.map((person) => caller.prepare({ outboundApi: sandbox.phoneNumberId, ...person })),
  );
  const outcomes = await caller.placeAll(calls, { concurrency: 2, waitForFreeLineMs: 60_000 });
  expect(outcomes.map(told)).toEqual(['skipped', 'accepted']);
  expect(sandbox.calls.map(({ to }) => to)).toEqual(['+4532123452']);
});

test('Stop ends the wait for a turn: nobody is called any more, and everybody is told so', async () => {
  const stop = new AbortController();
  sandbox.onRequest = () => stop.abort();
  const caller = callerWith({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
  const calls = await Promise.all(
    [1, 2, 3].map((person) =>
      caller.prepare({ outboundApi: sandbox.phoneNumberId, to: `+453212345${person}` }),
    ),
  );
  // The turns of the others would come after the test has ended.
  const settings = { concurrency: 3, callsPerSecond: 0.001, cancelled: stop.signal };
  const outcomes = await caller.placeAll(calls, settings);
  expect(outcomes.map(told)).toEqual(['accepted', 'cancelled', 'cancelled']);
  const { message, howToFix, outcome } = (outcomes[2] as { error: CallError }).error;
  expectSentences(message);
  expectSentences(howToFix);
  expect(outcome).toBe('not-placed');
  expect(sandbox.requests).toHaveLength(1);
});
