import { Writable } from 'node:stream';
import { filler } from './filler';
import {
  answer,
  closeWithoutAnswer,
  cutAfterStatus,
  dribble,
  emptyBody,
  garbage,
  halfBody,
  hang,
  html,
  hugeBody,
  notUtf8,
  redirect,
  reset,
  slow,
  startSandbox,
  wrongContentType,
} from './index';
import type { Fault, Sandbox } from './index';
import { call, nextSettled, sendBytes } from './testing';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => {
  sandbox.reset();
  sandbox.onRequest = undefined;
});
afterAll(() => sandbox.close());

const MEGABYTE = 1024 * 1024;
const NOT_PLACED = 0;
const PLACED = 1;

describe('without a status line', () => {
  const cases: [what: string, fault: Fault, calls: number][] = [
    ['reset, not placed', reset(), NOT_PLACED],
    ['reset, placed', reset({ accept: true }), PLACED],
    ['reset, unread', reset({ unread: true }), NOT_PLACED],
    ['closed, not placed', closeWithoutAnswer(), NOT_PLACED],
    ['closed, placed', closeWithoutAnswer({ accept: true }), PLACED],
    ['within the status line', cutAfterStatus(503, { part: 'status-line' }), NOT_PLACED],
  ];
  test.each(cases)('%s', async (_what, fault, calls) => {
    sandbox.script(fault);
    expect(await call(sandbox)).toMatchObject({
      status: null,
      errorCode: expect.stringMatching(/ECONNRESET|HPE_/),
    });
    expect(sandbox.calls).toHaveLength(calls);
    expect(sandbox.requests).toMatchObject([{ accepted: calls === PLACED }]);
  });

  test('a reset before the body was read leaves no body in the record', async () => {
    sandbox.script(reset({ unread: true }));
    await call(sandbox);
    expect(sandbox.requests[0]).toMatchObject({ status: null, note: 'connection reset' });
    expect(sandbox.requests[0]?.body).toHaveLength(0);
  });

  test('bytes that are no HTTP', async () => {
    sandbox.script(garbage({ accept: true }));
    expect(await call(sandbox)).toMatchObject({ status: null, errorCode: expect.stringMatching(/^HPE_/) });
    expect(sandbox.calls).toHaveLength(PLACED);
  });

  test.each([true, false])('silence, placed: %s', async (accept) => {
    sandbox.script(hang({ accept }));
    const settled = nextSettled(sandbox);
    const abort = new AbortController();
    const waiting = fetch(`${sandbox.url}/v1/phone-number/${sandbox.phoneNumberId}/outbound`, {
      method: 'POST',
      headers: { authorization: sandbox.apiKey, 'content-type': 'application/json' },
      body: '{"to":"+12125550123"}',
      signal: abort.signal,
    });
    await settled;
    expect(sandbox.requests).toMatchObject([{ status: null, accepted: accept }]);
    abort.abort();
    await expect(waiting).rejects.toThrow();
  });
});

describe('with a status line', () => {
  test.each(['close', 'reset'] as const)('cut after the head by %s', async (by) => {
    sandbox.script(cutAfterStatus(200, { by }));
    expect(await call(sandbox)).toMatchObject({ status: 200, whole: false, errorCode: 'ECONNRESET' });
    expect(sandbox.calls).toHaveLength(PLACED);
    expect(sandbox.requests).toMatchObject([{ status: 200, accepted: true }]);
  });

  test('cut within the body', async () => {
    sandbox.script(halfBody(200));
    const seen = await call(sandbox);
    expect(seen).toMatchObject({ status: 200, whole: false });
    expect(seen.body.length).toBeLessThan(Number(seen.headers['content-length']));
    expect(seen.body.toString()).toBe('{"status":');
  });

  test('a body without an end', async () => {
    sandbox.script(dribble(503, { everyMs: 1, accept: true }));
    expect(await call(sandbox, undefined, { leaveAfter: 5 })).toMatchObject({ status: 503, whole: false });
    expect(sandbox.calls).toHaveLength(PLACED);
  });

  test('a huge body is valid JSON of the length that was asked for', async () => {
    sandbox.script(hugeBody(200, { bytes: 50 * MEGABYTE }));
    const { status, whole, body } = await call(sandbox);
    expect({ status, whole, bytes: body.length }).toEqual({ status: 200, whole: true, bytes: 50 * MEGABYTE });
    expect(body.subarray(0, 14).toString()).toBe('{"filler":"xxx');
    expect(body.subarray(-4).toString()).toBe('xx"}');
  });

  test('a client may leave in the middle of a huge body', async () => {
    sandbox.script(hugeBody(200, { bytes: 50 * MEGABYTE }));
    expect(await call(sandbox, undefined, { leaveAfter: MEGABYTE })).toMatchObject({
      status: 200,
      whole: false,
    });
    expect((await call(sandbox)).status).toBe(200);
  });

  test('a huge body is made only as fast as it is read', async () => {
    let written = 0;
    const source = filler(50 * MEGABYTE);
    // A reader that takes one chunk and never asks for more.
    const stuck = new Writable({ write: (chunk: Buffer) => void (written += chunk.length) });
    source.pipe(stuck);
    for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
    expect(written + stuck.writableLength + source.readableLength).toBeLessThan(MEGABYTE);
    source.destroy();
  });

  test('a late answer', async () => {
    sandbox.script(slow(1, answer(503, { accept: true })));
    expect((await call(sandbox)).status).toBe(503);
    expect(sandbox.requests).toMatchObject([{ status: 503, accepted: true, note: 'after 1 ms' }]);
  });

  test('a late answer to a client that has left counts as none', async () => {
    sandbox.script(slow(3_600_000));
    const settled = nextSettled(sandbox);
    const { phoneNumberId, apiKey } = sandbox;
    const head = `POST /v1/phone-number/${phoneNumberId}/outbound HTTP/1.1\r\nhost: x\r\nauthorization: ${apiKey}\r\n`;
    const body = '{"to":"+12125550123"}';
    await sendBytes(
      sandbox,
      `${head}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      {
        leave: true,
      },
    );
    await settled;
    expect(sandbox.requests).toMatchObject([{ status: null, accepted: true }]);
  });

  test('bodies of every kind', async () => {
    sandbox.script(emptyBody(200), html(502, { bytes: MEGABYTE }), notUtf8(200), wrongContentType(200));
    sandbox.script(
      answer(429, { headers: { 'retry-after': '7' } }),
      wrongContentType(200, { contentType: null }),
    );

    expect((await call(sandbox)).body).toHaveLength(0);
    const page = await call(sandbox);
    expect(page).toMatchObject({
      status: 502,
      whole: true,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
    expect(page.body.length).toBeGreaterThan(MEGABYTE);
    const bytes = (await call(sandbox)).body;
    expect(Buffer.from(bytes.toString('utf8'))).not.toEqual(bytes);
    expect((await call(sandbox)).headers['content-type']).toBe('image/png');
    expect((await call(sandbox)).headers['retry-after']).toBe('7');
    expect((await call(sandbox)).headers).not.toHaveProperty('content-type');
    expect(sandbox.calls).toHaveLength(4);
  });

  test.each([302, 307] as const)('%i: a client that follows is seen', async (status) => {
    sandbox.script(redirect(status));
    const seen = await call(sandbox);
    expect(seen).toMatchObject({ status, headers: { location: '/redirected' } });
    expect(sandbox.requests).toHaveLength(1);

    sandbox.script(redirect(status));
    await fetch(`${sandbox.url}/v1/phone-number/${sandbox.phoneNumberId}/outbound`, {
      method: 'POST',
      headers: { authorization: sandbox.apiKey, 'content-type': 'application/json' },
      body: '{"to":"+12125550123"}',
    });
    expect(sandbox.requests.map(({ path }) => path)).toContain('/redirected');
    expect(sandbox.calls).toEqual([]);
  });
});

describe('the constructors', () => {
  test('know that a 2xx means a placed call', () => {
    expect(answer(200, { accept: false }).accept).toBe(true);
    expect(cutAfterStatus(299).accept).toBe(true);
    expect(answer(500).accept).toBe(false);
  });

  test('refuse what cannot be', () => {
    expect(() => answer(100)).toThrow(RangeError);
    expect(() => answer(600)).toThrow(RangeError);
    expect(() => hugeBody(200, { bytes: 51 * MEGABYTE })).toThrow(RangeError);
    expect(() => reset({ unread: true, accept: true })).toThrow(RangeError);
  });
});

test('scripts are used in their order, one for each request, and win over magic numbers', async () => {
  sandbox.script(answer(503), answer(402));
  expect((await call(sandbox, '+12025550140')).status).toBe(503);
  expect((await call(sandbox, '+12025550140')).status).toBe(402);
  expect((await call(sandbox, '+12025550140')).status).toBe(400);
});
