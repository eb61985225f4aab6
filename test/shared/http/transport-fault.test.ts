import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { whyNothingLeft } from '../../../shared/http/transport-fault';
import { closeWithoutAnswer, garbage, reset, startSandbox } from '../../sandbox';
import { call } from '../../sandbox/testing';
import { hostile } from '../hostile';

function coded(code: unknown, rest: object = {}): Error {
  return Object.assign(new Error('failed'), { code, ...rest });
}

/** Codes that also occur after the request, or a part of it, was sent. */
const afterSending = [
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EPROTO',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_NETWORK',
  'ERR_BAD_RESPONSE',
  'ERR_CANCELED',
  'ABORT_ERR',
  'ERR_STREAM_PREMATURE_CLOSE',
  'HPE_INVALID_CONSTANT',
  'UND_ERR_SOCKET',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ECANCELED',
  'EAI_FAIL_NOT_A_CODE',
];

const beforeSending = [
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

describe('an error that proves that nothing left', () => {
  it.each(beforeSending)('%s, also inside the errors of HTTP clients', (code) => {
    const why = whyNothingLeft(coded(code));
    expect(why).toMatch(/^(?:the|nothing) .+[^.]$/);
    expect(whyNothingLeft(new TypeError('fetch failed', { cause: coded(code) }))).toBe(why);
    expect(whyNothingLeft(coded('ERR_BAD_REQUEST', { cause: coded(code) }))).toBe(why);
    expect(whyNothingLeft({ code })).toBe(why);
  });

  it('is found at most five errors deep', () => {
    const wrap = (levels: number): unknown =>
      levels === 0 ? coded('ENOTFOUND') : new Error('wrapped', { cause: wrap(levels - 1) });
    expect(whyNothingLeft(wrap(4))).not.toBeNull();
    expect(whyNothingLeft(wrap(5))).toBeNull();
  });

  it('is a real refusal to connect', async () => {
    const closed = await closedPort();
    const error = await new Promise((resolve) => {
      request({ port: closed, host: '127.0.0.1', agent: false }).on('error', resolve).end();
    });
    expect(whyNothingLeft(error)).toBe('nothing answers at this address');
  });
});

describe('an error that proves nothing', () => {
  it.each(afterSending)('%s', (code) => {
    expect(whyNothingLeft(coded(code))).toBeNull();
    expect(whyNothingLeft(new Error('wrapped', { cause: coded(code) }))).toBeNull();
  });

  it('is a broken socket, though a name was not found before it', () => {
    expect(whyNothingLeft(coded('ECONNRESET', { cause: coded('ENOTFOUND') }))).toBeNull();
  });

  it('may hold itself', () => {
    const error = new Error('ring');
    error.cause = error;
    expect(whyNothingLeft(error)).toBeNull();
  });

  it.each([5, null, undefined, 'enotfound', ['ENOTFOUND'], '__proto__', 'constructor'])(
    'has a code that is none: %j',
    (code) => {
      expect(whyNothingLeft(coded(code))).toBeNull();
    },
  );

  it('says so in its message only', () => {
    expect(whyNothingLeft(new Error('getaddrinfo ENOTFOUND voiceflow.example'))).toBeNull();
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(hostile, (error) => {
        expect(whyNothingLeft(error)).toBeNull();
      }),
    );
  });

  it.each([
    ['reset', reset({ accept: true })],
    ['reset before it was read', reset({ unread: true })],
    ['closed', closeWithoutAnswer({ accept: true })],
    ['no HTTP', garbage({ accept: true })],
  ])('is a real socket that broke after the request was sent: %s', async (_name, fault) => {
    const sandbox = await startSandbox();
    try {
      sandbox.script(fault);
      const seen = await call(sandbox);
      expect(seen.errorCode).toEqual(expect.any(String));
      expect(whyNothingLeft(coded(seen.errorCode))).toBeNull();
      expect(sandbox.requests).toHaveLength(1);
    } finally {
      await sandbox.close();
    }
  });
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
