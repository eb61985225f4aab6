import { answer, startSandbox } from './index';
import type { Sandbox } from './index';
import { call, nextSettled, outboundPath, send, sendBytes } from './testing';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

test('a request is recorded byte for byte, as it was written', async () => {
  const body = Buffer.from('{ "to":"+12125550123" ,"variables":{"who":"Zo\u00eb {{x}}"} }\n');
  await call(sandbox, undefined, { body, headers: { 'X-Own': 'Value' } });

  const [record] = sandbox.requests;
  expect(record?.body).toEqual(body);
  expect(record?.rawHeaders).toEqual(expect.arrayContaining(['X-Own', 'Value']));
  expect(record?.headers['x-own']).toBe('Value');
  expect(record?.path).toBe(outboundPath(sandbox, 'v1alpha1'));
});

test('the path keeps its query', async () => {
  await send(sandbox, { method: 'GET', path: '/state/user/jane?x=1&y=%2F' });
  expect(sandbox.requests).toMatchObject([{ path: '/state/user/jane?x=1&y=%2F', status: 401 }]);
});

test('a faulty answer changes nothing of the record', async () => {
  sandbox.script(answer(503, { accept: true }));
  await call(sandbox, '+12125550123');
  expect(sandbox.requests[0]?.body.toString()).toBe('{"to":"+12125550123"}');
});

test('half a request is recorded, and places no call', async () => {
  const settled = nextSettled(sandbox);
  const path = outboundPath(sandbox, 'v1');
  const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: ${sandbox.apiKey}\r\nContent-Type: application/json\r\n`;
  await sendBytes(sandbox, `${head}Content-Length: 100\r\n\r\n{"to":"+12125550123"}`);
  await settled;

  expect(sandbox.requests).toMatchObject([{ path, status: null, accepted: false }]);
  expect(sandbox.requests[0]?.body.toString()).toBe('{"to":"+12125550123"}');
  expect(sandbox.calls).toEqual([]);
});

test('what is no HTTP request is recorded too', async () => {
  expect(await sendBytes(sandbox, 'no http at all\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  expect(sandbox.requests).toMatchObject([{ method: '', path: '', status: 400, accepted: false }]);
  expect(sandbox.requests[0]?.body.toString()).toBe('no http at all\r\n\r\n');
});

test('a request without Host is recorded', async () => {
  expect(await sendBytes(sandbox, 'GET /nowhere HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 404 /,
  );
  expect(sandbox.requests).toMatchObject([{ path: '/nowhere', status: 404 }]);
});

test('reset empties the lists that a test holds', async () => {
  const { requests, calls } = sandbox;
  sandbox.script(answer(200), answer(500));
  await call(sandbox);
  sandbox.reset();

  expect([requests, calls, sandbox.peakLines]).toEqual([[], [], 0]);
  expect((await call(sandbox)).status).toBe(200);
  expect(requests).toHaveLength(1);
});
