import fc from 'fast-check';
import { isCallError } from '../../../shared/call-error';
import { parseBaseUrl } from '../../../shared/connection/base-url';
import { parseOutboundApi } from '../../../shared/endpoint/outbound-api';
import { hostile } from '../hostile';
import { refusalOf, resultOf } from '../refusal';

const cloud = parseBaseUrl('');
const id = '65f0c0ffee0ddba11ca11000';
const url = `https://runtime-api.voiceflow.com/v1/phone-number/${id}/outbound`;
const alphaUrl = `https://runtime-api.voiceflow.com/v1alpha1/phone-number/${id}/outbound`;
const key = 'VF.DM.65f0c0ffee0ddba11ca11000.StolenKey';

describe('the Outbound API field', () => {
  const host = fc.oneof(
    fc.constantFrom(
      'runtime-api.voiceflow.com',
      'RUNTIME-API.voiceflow.com',
      'api.voiceflow.com',
      'runtime-api.voiceflow.com.evil.example',
      'runtime-api.voiceflow.com:444',
      'evil.example',
      '127.0.0.1',
      'runtime-api.voiceflow.com@evil.example',
      'runtime-api。voiceflow.com',
    ),
    fc.domain(),
  );
  const pasted = fc.record({
    scheme: fc.constantFrom('https://', 'http://', 'HTTPS://', 'https:/', 'https:\\\\'),
    host,
    path: fc.constantFrom(`/v1/phone-number/${id}/outbound`, `/v1alpha1/phone-number/${id}/outbound/`, '/'),
    around: fc.constantFrom(['', ''], ["curl '", "' -d '{}'"], ['', ` -H "Authorization: ${key}"`]),
  });

  it('nothing but a URL of the connection’s own server is accepted', () => {
    fc.assert(
      fc.property(pasted, ({ scheme, host: name, path, around: [before = '', after = ''] }) => {
        const link = scheme + name + path;
        const endpoint = resultOf(() => parseOutboundApi(before + link + after, cloud, null));
        if (isCallError(endpoint)) return;
        expect(new URL(link).origin).toBe('https://runtime-api.voiceflow.com');
        expect(endpoint.phoneNumberId).toBe(id);
      }),
      { numRuns: 1000 },
    );
  });

  it('an id has 24 hex digits or the input is refused, whatever comes in', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(null, 'v1', 'v1alpha1'), (input, version) => {
        const endpoint = resultOf(() => parseOutboundApi(input, cloud, version));
        if (isCallError(endpoint)) expect(endpoint.code).toBe('invalid-endpoint');
        else expect(endpoint.phoneNumberId).toMatch(/^[\da-f]{24}$/);
      }),
    );
  });

  it('a refusal never repeats what was pasted, so it cannot show a key', () => {
    fc.assert(
      fc.property(fc.constantFrom('', url, 'https://evil.example/', `${url} ${alphaUrl}`), (link) => {
        const error = refusalOf(() =>
          parseOutboundApi(`curl ${link}/x -H 'Authorization: ${key}'`, cloud, null),
        );
        expect(`${error.message} ${error.howToFix} ${error.detail}`).not.toContain('VF.DM');
      }),
    );
  });
});
