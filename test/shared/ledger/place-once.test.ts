import { CallError, memoryLedger, type CallResult, type Ledger, type OutboundCall } from '../../../shared';
import { placeOnce } from '../../../shared/ledger/place-once';
import { nodeHost } from '../../support/core-host';
import { callerWith } from '../caller-with';
import { expectSentences, rejectionOf } from '../refusal';

const raw = { apiKey: 'VF.DM.65f0c0ffee0ddba11ca11000.Key', baseUrl: 'http://127.0.0.1:1' };
const at = '2026-11-23T10:20:00.000Z';
const accepted = { id: 'call_1', status: 'accepted', requestedAt: at } as CallResult;
const refused = new CallError('No.', { code: 'rejected', outcome: 'not-placed', howToFix: 'Ask.' });
const silence = new CallError('Silence.', { code: 'outcome-unknown', outcome: 'unknown', howToFix: 'Look.' });

let call: OutboundCall;
let ledger: Ledger;
let placed: number;
beforeAll(async () => {
  call = await callerWith(raw).prepare({ outboundApi: '65f0c0ffee0ddba11ca11000', to: '+4532123456' });
});
beforeEach(() => {
  ledger = memoryLedger(new Map());
  placed = 0;
});

function place(end: CallResult | Error = accepted): Promise<CallResult> {
  const work = (): Promise<CallResult> => {
    placed += 1;
    return end instanceof Error ? Promise.reject(end) : Promise.resolve(end);
  };
  return placeOnce(call, 'key', ledger, work, nodeHost(raw.apiKey));
}

const fails = (): Promise<never> => Promise.reject(new Error('down'));

test('the intent is written before the call is placed', async () => {
  const work = async (): Promise<CallResult> => {
    expect(await ledger.claim('key')).toMatchObject({ state: 'unknown' });
    return accepted;
  };
  expect(await placeOnce(call, 'key', ledger, work, nodeHost(raw.apiKey))).toBe(accepted);
});

test('a second call gives back the first one’s result', async () => {
  expect([await place(), await place()]).toEqual([accepted, accepted]);
  expect(placed).toBe(1);
});

test('where the ledger knows no result, it is a repeat with the time of the first call', async () => {
  ledger = { ...ledger, claim: () => Promise.resolve({ state: 'accepted', at, result: null }) };
  expect(await place()).toMatchObject({
    status: 'skipped',
    skipReason: 'repeat',
    requestedAt: at,
    to: '+4532123456',
    attempts: 0,
  });
  expect(placed).toBe(0);
});

test('a refused call may be placed again', async () => {
  expect(await rejectionOf(place(refused))).toBe(refused);
  expect(await place()).toBe(accepted);
  expect(placed).toBe(2);
});

test('an unknown outcome is not placed again, and is told as it was seen', async () => {
  expect(await rejectionOf(place(silence))).toBe(silence);
  expect(await rejectionOf(place())).toBe(silence);
  expect(placed).toBe(1);
});

test('an intent of which nothing was seen is unknown, in whole sentences', async () => {
  for (const time of [null, at]) {
    ledger = { ...ledger, claim: () => Promise.resolve({ state: 'unknown', at: time, error: null }) };
    const error = await rejectionOf(place());
    expect(error).toMatchObject({ code: 'outcome-unknown', outcome: 'unknown', reason: 'earlier-call' });
    expectSentences(error.message);
    expectSentences(error.howToFix);
    expect(error.message).toContain('may have rung');
    expect(error.message.includes(`before at ${at},`)).toBe(time !== null);
    expect(error.message.includes('before,')).toBe(time === null);
    expect(error.howToFix).toContain('Deduplication Key');
  }
  expect(placed).toBe(0);
});

test('a defect proves nothing, so the intent stays', async () => {
  await expect(place(new TypeError('a defect'))).rejects.toThrow('a defect');
  expect(await rejectionOf(place())).toMatchObject({ code: 'outcome-unknown' });
  expect(placed).toBe(1);
});

test('a store that fails lets nothing through', async () => {
  ledger = { ...ledger, claim: fails };
  const error = await rejectionOf(place());
  expect(error).toMatchObject({ code: 'store-unavailable', outcome: 'not-placed' });
  expectSentences(error.message);
  expectSentences(error.howToFix);
  expect(placed).toBe(0);
});

test('a store that fails afterwards changes nothing about what happened', async () => {
  ledger = { ...ledger, accept: fails, clear: fails, unknown: fails };
  expect(await place()).toBe(accepted);
  ledger = { ...memoryLedger(new Map()), accept: fails, clear: fails, unknown: fails };
  expect(await rejectionOf(place(refused))).toBe(refused);
  ledger = { ...memoryLedger(new Map()), accept: fails, clear: fails, unknown: fails };
  expect(await rejectionOf(place(silence))).toBe(silence);
});
