import { parseConnection } from '../../../shared';
import { authorize } from '../../../shared/connection/authorization';
import { refusalOf } from '../refusal';

const connection = parseConnection({
  apiKey: 'VF.DM.a.key',
  baseUrl: 'https://{service}.acme.voiceflow.com',
});

test.each([
  ['https://runtime-api.acme.voiceflow.com/v1alpha1/phone-number/x/outbound', 'Bearer VF.DM.a.key'],
  ['https://runtime-api.acme.voiceflow.com/v1/phone-number/x/outbound', 'VF.DM.a.key'],
  ['https://analytics-api.acme.voiceflow.com/v1/transcript/project/x', 'VF.DM.a.key'],
  ['https://api.acme.voiceflow.com/v2/versions/production/export', 'VF.DM.a.key'],
  ['https://general-runtime.acme.voiceflow.com/state/user/x', 'VF.DM.a.key'],
])('%s is signed', (url, header) => {
  expect(authorize(url, connection)).toBe(header);
});

test.each([
  'https://evil.example/collect',
  'https://runtime-api.voiceflow.com/v1/phone-number/x/outbound',
  'http://runtime-api.acme.voiceflow.com/v1/phone-number/x/outbound',
  'https://runtime-api.acme.voiceflow.com.evil.example/',
  'https://runtime-api.acme.voiceflow.com@evil.example/',
  'not a URL',
])('%s never gets the key', (url) => {
  const refusal = refusalOf(() => authorize(url, connection));
  expect(refusal).toMatchObject({ code: 'invalid-setting', field: 'baseUrl', reason: 'other-host' });
  expect(String(refusal)).not.toContain('VF.DM');
});
