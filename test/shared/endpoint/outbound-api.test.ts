import { parseBaseUrl } from '../../../shared/connection/base-url';
import { parseOutboundApi } from '../../../shared/endpoint/outbound-api';
import { expectSentences, refusalOf } from '../refusal';

const cloud = parseBaseUrl('');
const id = '65f0c0ffee0ddba11ca11000';
const url = `https://runtime-api.voiceflow.com/v1/phone-number/${id}/outbound`;
const alphaUrl = `https://runtime-api.voiceflow.com/v1alpha1/phone-number/${id}/outbound`;
const key = 'VF.DM.65f0c0ffee0ddba11ca11000.StolenKey';

describe('the Outbound API field takes what people copy', () => {
  it.each([id, ` ${id}\n`, id.toUpperCase()])('the ID: %j', (input) => {
    expect(parseOutboundApi(input, cloud, null)).toEqual({ phoneNumberId: id, dialect: null });
    expect(parseOutboundApi(input, cloud, 'v1')).toEqual({ phoneNumberId: id, dialect: 'v1' });
  });

  it.each([
    url,
    `${url}/`,
    ` ${url} `,
    `"${url}"`,
    `<${url}>`,
    url.replace('https', 'HTTPS'),
    url.replace('.com/', '.com:443/'),
    url.replace(id, id.toUpperCase()),
    `curl ${url}`,
    `curl -X POST '${url}' -H 'Authorization: ${key}' -d '{"to":"+15551234567"}'`,
    `curl --request POST \\\n  --url ${url} \\\n  --header 'Authorization: ${key}'`,
    `curl ${url}\\\n -d x`,
    `curl -X POST "${url}" ^\r\n -H "Authorization: ${key}"`,
    `curl ${url} -d '{"variables":{"page":"https://example.com/a","other":"http://evil.example"}}'`,
    `curl ${url} ${url}`,
    `fetch(\`${url}\`)`,
  ])('a URL or a command: %s', (input) => {
    const endpoint = parseOutboundApi(input, cloud, null);
    expect(endpoint).toEqual({ phoneNumberId: id, dialect: 'v1' });
    expect(JSON.stringify(endpoint)).not.toContain('StolenKey');
  });

  it('of either version', () => {
    expect(parseOutboundApi(alphaUrl, cloud, null).dialect).toBe('v1alpha1');
    expect(parseOutboundApi(alphaUrl, cloud, 'v1alpha1').dialect).toBe('v1alpha1');
    expect(parseOutboundApi(url, cloud, 'v1').dialect).toBe('v1');
  });

  it.each([
    ['https://{service}.acme.voiceflow.com', 'https://runtime-api.acme.voiceflow.com'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['https://proxy.example:8443', 'https://proxy.example:8443'],
  ])('of the connection’s own server: %s', (baseUrl, origin) => {
    const input = `${origin}/v1/phone-number/${id}/outbound`;
    expect(parseOutboundApi(input, parseBaseUrl(baseUrl), null)).toEqual({
      phoneNumberId: id,
      dialect: 'v1',
    });
    expect(refusalOf(() => parseOutboundApi(input, cloud, null)).reason).toBe('other-host');
  });
});

describe('and refuses anything else', () => {
  it.each<[reason: string, input: unknown]>([
    ['empty', ''],
    ['empty', undefined],
    ['empty', null],
    ['empty', ' '],
    ['not-an-id', 12],
    ['not-an-id', [id]],
    ['not-an-id', id.slice(1)],
    ['not-an-id', `${id}0`],
    ['not-an-id', `${id.slice(1)}g`],
    ['not-an-id', `${id}/outbound`],
    ['not-an-id', `${id} ${id}`],
    ['not-an-id', `../${id}`],
    ['not-an-id', `${id.slice(0, 12)}\n${id.slice(12)}`],
    ['not-an-id', `/v1/phone-number/${id}/outbound`],
    ['not-an-id', `runtime-api.voiceflow.com/v1/phone-number/${id}/outbound`],
    ['not-an-id', 'https://'],
    ['not-an-id', 'curl https://example.com/'],
    ['not-an-id', `ftp://runtime-api.voiceflow.com/v1/phone-number/${id}/outbound`],
    ['not-an-id', url.replace('/v1/', '/v1/x/../')],
    ['not-an-id', url.replace('/v1/', '/v1/%2e%2e/v1/')],
    ['not-an-id', url.replace('/v1/', '\\v1/')],
    ['not-an-id', `https://runtime-api.voiceflow.com\\@evil.example/v1/phone-number/${id}/outbound`],
    ['not-an-id', 'x'.repeat(20_001)],
    ['not-an-id', `${' '.repeat(20_000)}${url} ${'x'.repeat(20_000)}`],
    ['several-urls', `${url} ${alphaUrl}`],
    ['several-urls', `curl ${url} ${url}/`],
    ['several-urls', `curl -x https://proxy.example/phone-number/ ${url}`],
    ['credentials', url.replace('//', '//user:password@')],
    ['credentials', url.replace('//', '//user@')],
    ['credentials', url.replace('.com', '.com@evil.example')],
    ['other-host', url.replace('https', 'http')],
    ['other-host', url.replace('runtime-api', 'api')],
    ['other-host', url.replace('.com', '.com.evil.example')],
    ['other-host', url.replace('.com', '.com.')],
    ['other-host', url.replace('.com', '.com:8443')],
    ['other-host', `https://evil.example/v1/phone-number/${id}/outbound`],
    ['other-path', url.replace('outbound', 'inbound')],
    ['other-path', url.replace('/v1/', '/v2/')],
    ['other-path', url.replace('/v1/', '/V1/')],
    ['other-path', url.replace('/v1/', '//v1/')],
    ['other-path', url.replace(id, id.slice(1))],
    ['other-path', url.replace(id, '%36' + id.slice(1))],
    ['other-path', url.replace('/phone-number/', '/phone-number%2f')],
    ['other-path', `${url}//`],
    ['other-path', `${url}/x`],
    ['other-path', `${url}?dry=1`],
    ['other-path', `${url}#top`],
  ])('%s: %j', (reason, input) => {
    const error = refusalOf(() => parseOutboundApi(input, cloud, null));
    expect(error).toMatchObject({
      code: 'invalid-endpoint',
      outcome: 'not-placed',
      field: 'outboundApi',
      reason,
    });
    expectSentences(error.message);
    expectSentences(error.howToFix);
  });

  it.each([
    ['v1alpha1', url],
    ['v1', alphaUrl],
  ] as const)('a URL of another version than %s of the connection', (version, input) => {
    expect(refusalOf(() => parseOutboundApi(input, cloud, version)).reason).toBe('version-conflict');
  });
});
