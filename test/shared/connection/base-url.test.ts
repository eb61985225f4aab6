import fc from 'fast-check';
import { isCallError } from '../../../shared/call-error';
import { defaultBaseUrl, parseBaseUrl, type Service } from '../../../shared/connection/base-url';
import { hostile } from '../hostile';
import { expectSentences, refusalOf, resultOf } from '../refusal';

const services: readonly Service[] = ['runtime-api', 'analytics-api', 'api', 'general-runtime'];
const local = ['localhost', '127.0.0.1', '127.1.2.3', '[::1]', 'host.docker.internal'];

describe('the base URL of a connection', () => {
  it.each([undefined, null, '', '  ', defaultBaseUrl])('is Voiceflow’s cloud by default: %j', (input) => {
    const baseUrl = parseBaseUrl(input);
    expect(services.map(baseUrl)).toEqual([
      'https://runtime-api.voiceflow.com',
      'https://analytics-api.voiceflow.com',
      'https://api.voiceflow.com',
      'https://general-runtime.voiceflow.com',
    ]);
  });

  it.each(['https://{service}.acme.voiceflow.com', ' https://{service}.acme.voiceflow.com/ '])(
    'may be a private cloud: %j',
    (input) => {
      expect(parseBaseUrl(input)('analytics-api')).toBe('https://analytics-api.acme.voiceflow.com');
    },
  );

  it('keeps the port of a private cloud', () => {
    expect(parseBaseUrl('https://{service}.acme.example:8443')('api')).toBe('https://api.acme.example:8443');
  });

  it.each(['https://proxy.example', 'https://proxy.example:8443', 'http://127.0.0.1:8787'])(
    'may be one origin for everything: %s',
    (input) => {
      for (const service of services) expect(parseBaseUrl(input)(service)).toBe(input);
    },
  );

  it.each(local)('may be plain http on this machine or Docker’s: %s', (host) => {
    expect(parseBaseUrl(`http://${host}:8787`)('runtime-api')).toBe(`http://${host}:8787`);
    expect(parseBaseUrl(`http://${host.toUpperCase()}`)('runtime-api')).toBe(`http://${host}`);
  });
});

describe('what no base URL is', () => {
  it.each<[reason: string, input: unknown]>([
    ['not-a-url', 'voiceflow'],
    ['not-a-url', 'runtime-api.voiceflow.com'],
    ['not-a-url', '//voiceflow.example'],
    ['not-a-url', 'https://'],
    ['not-a-url', 'https://voice flow.example'],
    ['not-a-url', 'https://voice\tflow.example'],
    ['not-a-url', 'https:\\\\voiceflow.example'],
    ['not-a-url', 'https://voiceflow.example:99999'],
    ['not-a-url', 'ftp://voiceflow.example'],
    ['not-a-url', 'file:///etc/passwd'],
    ['not-a-url', 'javascript:alert(1)'],
    ['not-a-url', 'https://{service}'],
    ['not-a-url', 'https://{SERVICE}.voiceflow.com'],
    ['not-a-url', 'https://acme.{service}.voiceflow.com'],
    ['not-a-url', 'https://{service}.{service}.com'],
    ['not-a-url', 'https://{region}.voiceflow.com'],
    ['not-a-url', 5],
    ['not-a-url', ['https://voiceflow.example']],
    ['credentials', 'https://user:password@voiceflow.example'],
    ['credentials', 'https://user@voiceflow.example'],
    ['credentials', 'http://localhost@evil.example'],
    ['path', 'https://voiceflow.example/api'],
    ['path', 'https://voiceflow.example//'],
    ['path', 'https://voiceflow.example/?x=1'],
    ['path', 'https://voiceflow.example?x=1'],
    ['path', 'https://voiceflow.example#x'],
    ['path', 'http://evil.example#localhost'],
    ['not-https', 'http://voiceflow.example'],
    ['not-https', 'http://{service}.voiceflow.com'],
    ['not-https', 'http://127.0.0.1.evil.example'],
    ['not-https', 'http://localhost.evil.example'],
    ['not-https', 'http://host.docker.internal.evil.example'],
    ['not-https', 'http://evil-localhost'],
    ['not-https', 'http://0.0.0.0'],
    ['not-https', 'http://10.0.0.1'],
    ['not-https', 'http://192.168.1.1'],
    ['not-https', 'http://128.0.0.1'],
    ['not-https', 'http://[::2]'],
  ])('%s: %j', (reason, input) => {
    const error = refusalOf(() => parseBaseUrl(input));
    expect(error).toMatchObject({ code: 'invalid-setting', outcome: 'not-placed', field: 'baseUrl', reason });
    expectSentences(error.message);
    expectSentences(error.howToFix);
  });
});

describe('laws', () => {
  const host = fc.oneof(
    fc.constantFrom(
      ...local,
      '127.0.0.1.evil.example',
      'localhost.example',
      '2130706433',
      '0x7f.1',
      '①②⑦.0.0.1',
    ),
    fc.domain(),
    fc.ipV4Extended(),
    fc.ipV6().map((address) => `[${address}]`),
  );
  const written = fc
    .tuple(
      fc.constantFrom('http://', 'https://', 'HTTP://', 'http:/', 'http:'),
      host,
      fc.constantFrom('', ':8080', '/', '?', '#', '/x'),
    )
    .map((parts) => parts.join(''));

  it('plain http never leaves this machine or Docker’s', () => {
    fc.assert(
      fc.property(written, (input) => {
        const baseUrl = resultOf(() => parseBaseUrl(input));
        if (isCallError(baseUrl)) return;
        for (const service of services) {
          const { protocol, hostname } = new URL(baseUrl(service));
          if (protocol !== 'https:')
            expect(hostname).toMatch(/^(localhost|127(\.\d+){3}|\[::1\]|host\.docker\.internal)$/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('a base URL is an origin without a placeholder, or refused, whatever comes in', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.webUrl()), (input) => {
        const baseUrl = resultOf(() => parseBaseUrl(input));
        if (isCallError(baseUrl)) return expect(baseUrl.field).toBe('baseUrl');
        for (const service of services) {
          expect(new URL(baseUrl(service)).origin).toBe(baseUrl(service));
          expect(baseUrl(service)).not.toMatch(/[{}]|placeholder/);
        }
        return undefined;
      }),
    );
  });
});

describe('the placeholder', () => {
  it.each([
    ['https://service-placeholder.com', 'https://service-placeholder.com'],
    ['https://runtime-api.example.com', 'https://runtime-api.example.com'],
    ['https://{service}.runtime-api.example', 'https://analytics-api.runtime-api.example'],
  ])('is replaced only where it was typed: %s', (typed, origin) => {
    expect(parseBaseUrl(typed)('analytics-api')).toBe(origin);
  });
});
