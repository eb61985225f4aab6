import { faultFor, MAGIC_NUMBERS, placesCall, startSandbox } from './index';
import type { Fault, Sandbox } from './index';
import { call, nextSettled } from './testing';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

/** The outcome table of the design, once more, from the server's side. */
function expectedReport(fault: Fault): string {
  if (!('status' in fault)) return 'outcome-unknown';
  const { status } = fault;
  if (status < 300) return 'accepted';
  if (fault.kind !== 'answer') return 'outcome-unknown';
  if (status < 400) return 'unexpected-response';
  if (status >= 500 || [408, 409, 425].includes(status)) return 'outcome-unknown';
  const named = {
    401: 'unauthorized',
    402: 'plan-limit',
    403: 'forbidden',
    404: 'not-found',
    410: 'not-found',
  };
  return new Map(Object.entries({ ...named, 429: 'rate-limited' })).get(String(status)) ?? 'rejected';
}

test('each is a number of its own, kept for fiction', () => {
  const numbers = MAGIC_NUMBERS.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) expect(number).toMatch(/^\+120255501\d\d$/);
});

test('every row of the outcome table but unreachable has a number', () => {
  const table = [
    'accepted',
    'forbidden',
    'not-found',
    'outcome-unknown',
    'plan-limit',
    'rate-limited',
    'rejected',
    'unauthorized',
    'unexpected-response',
  ];
  expect([...new Set(MAGIC_NUMBERS.map(({ report }) => report))].sort()).toEqual(table);
});

test.each(MAGIC_NUMBERS)(
  '$number: $happens, reported as $report',
  async ({ number, happens, fault, report }) => {
    expect(report).toBe(expectedReport(fault));
    if (happens.includes('the call was placed')) expect(placesCall(fault)).toBe(true);

    // Nobody waits 5 seconds for a test; faults.test.ts shows that late answers come.
    if (fault.delayMs !== undefined) return;

    const settled = nextSettled(sandbox);
    const waiting = call(sandbox, number, { leaveAfter: 1 });
    await settled;
    expect(sandbox.requests[0]).toMatchObject({ accepted: placesCall(fault) });
    expect(sandbox.calls).toHaveLength(placesCall(fault) ? 1 : 0);
    if (fault.kind === 'hang' || fault.kind === 'dribble') return;
    expect((await waiting).status).toBe('status' in fault ? fault.status : null);
  },
);

test('every other number is accepted', async () => {
  expect(faultFor('+12125550140')).toBeUndefined();
  expect((await call(sandbox, '+4930123456')).status).toBe(200);
});
