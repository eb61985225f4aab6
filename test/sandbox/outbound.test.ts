import { redactKeys } from '../../shared/http/redact';
import { answer, startSandbox } from './index';
import type { Sandbox } from './index';
import { call, outboundPath, send } from './testing';
import type { Send } from './testing';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const json = (value: unknown): Send => ({ body: JSON.stringify(value) });
const to = '+12125550123';

describe('a correct call', () => {
  test('is accepted with Bearer on v1alpha1', async () => {
    const seen = await call(
      sandbox,
      to,
      json({ to, variables: { user_name: 'Jane', deep: { a: [1, null] } }, amd: true }),
    );

    expect(seen).toMatchObject({ status: 200, whole: true });
    expect(JSON.parse(seen.body.toString())).toEqual({ status: 'ok' });
    expect(sandbox.calls).toEqual([
      {
        at: expect.any(Number),
        to,
        phoneNumberId: sandbox.phoneNumberId,
        dialect: 'v1alpha1',
        variables: { user_name: 'Jane', deep: { a: [1, null] } },
        amd: true,
      },
    ]);
    expect(sandbox.requests).toMatchObject([{ method: 'POST', accepted: true, status: 200 }]);
  });

  test('is accepted with the key alone on v1', async () => {
    const path = outboundPath(sandbox, 'v1');
    const seen = await call(sandbox, to, { path, headers: { authorization: sandbox.apiKey } });

    expect(seen.status).toBe(200);
    expect(sandbox.calls).toMatchObject([{ dialect: 'v1', variables: undefined, amd: undefined }]);
  });

  test.each(['application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
    'may say %s',
    async (type) => {
      expect((await call(sandbox, to, { headers: { 'content-type': type } })).status).toBe(200);
    },
  );

  test('gets the scripted success', async () => {
    sandbox.script(answer(202, { body: 'queued', contentType: 'text/plain' }));
    const seen = await call(sandbox);

    expect(seen.status).toBe(202);
    expect(seen.body.toString()).toBe('queued');
    expect(sandbox.calls).toHaveLength(1);
  });
});

test.each(['v1alpha1', 'v1'] as const)('what %s says of a wrong key is quoted as it is', async (dialect) => {
  const seen = await call(sandbox, to, {
    path: outboundPath(sandbox, dialect),
    headers: { authorization: 'x' },
  });
  const words = seen.body.toString();
  expect(words).toContain('this path takes');
  expect(redactKeys(words, sandbox.apiKey)).toBe(words);
});

describe('a call that is not documented is refused', () => {
  const alpha = (): string => outboundPath(sandbox, 'v1alpha1');
  const v1 = (): string => outboundPath(sandbox, 'v1');
  const cases: [what: string, status: number, rest: () => Send][] = [
    ['no key', 401, () => ({ headers: { authorization: [] } })],
    ['a wrong key', 401, () => ({ headers: { authorization: 'Bearer VF.DM.other' } })],
    ['the key alone on v1alpha1', 401, () => ({ headers: { authorization: sandbox.apiKey } })],
    ['Bearer on v1', 401, () => ({ path: v1() })],
    ['bearer in lower case', 401, () => ({ headers: { authorization: `bearer ${sandbox.apiKey}` } })],
    ['Bearer twice', 401, () => ({ headers: { authorization: `Bearer Bearer ${sandbox.apiKey}` } })],
    ['two keys', 401, () => ({ headers: { authorization: [`Bearer ${sandbox.apiKey}`, 'x'] } })],
    ['another id', 404, () => ({ path: '/v1alpha1/phone-number/65f0c0ffee0ddba11ca11001/outbound' })],
    ['another version', 404, () => ({ path: alpha().replace('v1alpha1', 'v2') })],
    ['a slash at the end', 404, () => ({ path: `${alpha()}/` })],
    ['a query', 400, () => ({ path: `${alpha()}?take=1` })],
    ['GET', 405, () => ({ method: 'GET', body: '' })],
    ['PUT', 405, () => ({ method: 'PUT' })],
    ['no content type', 415, () => ({ headers: { 'content-type': [] } })],
    ['a form', 415, () => ({ headers: { 'content-type': 'application/x-www-form-urlencoded' } })],
    ['another charset', 415, () => ({ headers: { 'content-type': 'application/json; charset=latin1' } })],
    ['no body', 400, () => ({ body: '' })],
    ['no JSON', 400, () => ({ body: '{"to":' })],
    ['no UTF-8', 400, () => ({ body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) })],
    ['a byte order mark', 400, () => ({ body: `\uFEFF${JSON.stringify({ to })}` })],
    ['an array', 400, () => json([{ to }])],
    ['null', 400, () => json(null)],
    ['no number', 400, () => json({})],
    ['a number that is no text', 400, () => json({ to: 12125550123 })],
    ['a national number', 400, () => json({ to: '2125550123' })],
    ['spaces', 400, () => json({ to: '+1 212 555 0123' })],
    ['a number that starts with zero', 400, () => json({ to: '+0125550123' })],
    ['a number that is too long', 400, () => json({ to: '+1234567890123456' })],
    ['a line end after the number', 400, () => json({ to: `${to}\n` })],
    ['an unknown property', 400, () => json({ to, from: '+12125550100' })],
    ['null variables', 400, () => json({ to, variables: null })],
    ['variables in a list', 400, () => json({ to, variables: [] })],
    ['a variable with a bad name', 400, () => json({ to, variables: { 'user name': 'Jane' } })],
    ['a variable that starts with a digit', 400, () => json({ to, variables: { '1st': 'Jane' } })],
    ['a built-in variable', 400, () => json({ to, variables: { user_id: 'Jane' } })],
    ['amd in words', 400, () => json({ to, amd: 'true' })],
  ];

  test.each(cases)('%s: %i', async (_what, status, rest) => {
    sandbox.script(answer(200));
    const seen = await call(sandbox, to, rest());

    expect(seen).toMatchObject({ status, whole: true });
    expect(JSON.parse(seen.body.toString())).toMatchObject({
      statusCode: status,
      message: expect.any(String),
    });
    expect(seen.body.toString()).not.toContain('VF.DM.');
    expect(sandbox.calls).toEqual([]);
    expect(sandbox.requests).toMatchObject([{ status, accepted: false }]);
  });

  test('and its script waits for a correct one', async () => {
    sandbox.script(answer(503, { accept: true }));
    expect((await call(sandbox, 'nobody')).status).toBe(400);
    expect((await call(sandbox)).status).toBe(503);
  });
});

test('a dialect that is switched off answers 404', async () => {
  const old = await startSandbox({ dialects: ['v1alpha1'] });
  const headers = { authorization: old.apiKey };
  expect((await call(old, to, { path: outboundPath(old, 'v1'), headers })).status).toBe(404);
  expect((await call(old)).status).toBe(200);
  await old.close();
});

test('every other path answers 404', async () => {
  expect((await send(sandbox, { path: '/' })).status).toBe(404);
  expect((await send(sandbox, { method: 'GET', path: '/v1/phone-number' })).status).toBe(404);
});
