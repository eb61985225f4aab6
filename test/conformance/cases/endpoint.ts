import type { ConformanceCase } from '../case';

const to = '+4532123456';
const id = '65f0c0ffee0ddba11ca11000';
const production = `https://runtime-api.voiceflow.com/v1/phone-number/${id}/outbound`;

function refused(name: string, outboundApi: unknown, reason: string): ConformanceCase {
  const error = { code: 'invalid-endpoint', outcome: 'not-placed', field: 'outboundApi', reason } as const;
  return { name, call: { to, outboundApi }, arrives: [], error };
}

const accepted = { body: { to }, result: { status: 'accepted' } };

export const endpointCases: readonly ConformanceCase[] = [
  { name: 'id', call: { to, outboundApi: id }, ...accepted },
  { name: 'id with blanks around', call: { to, outboundApi: `  ${id}\n` }, ...accepted },
  { name: 'id in capitals', call: { to, outboundApi: id.toUpperCase() }, ...accepted },
  {
    name: 'URL of the first version',
    call: ({ url }) => ({ to, outboundApi: `${url}/v1alpha1/phone-number/${id}/outbound` }),
    arrives: ['v1alpha1'],
    ...accepted,
  },
  {
    name: 'URL of the second version',
    call: ({ url }) => ({ to, outboundApi: `${url}/v1/phone-number/${id}/outbound/` }),
    arrives: ['v1'],
    ...accepted,
  },
  {
    name: 'URL fixes the version',
    call: ({ url }) => ({ to, outboundApi: `${url}/v1/phone-number/${id}/outbound` }),
    sandbox: { dialects: ['v1alpha1'] },
    arrives: ['v1'],
    error: { code: 'not-found', outcome: 'not-placed' },
  },
  {
    name: 'curl command',
    call: ({ url }) => ({
      to,
      outboundApi: `curl --request POST \\\n  --url ${url}/v1/phone-number/${id}/outbound \\\n  --header 'Authorization: VF.DM.stolen.key' \\\n  --data '{"to": "+15551234567", "variables": {"page": "https://example.com/x"}}'`,
    }),
    arrives: ['v1'],
    ...accepted,
  },
  {
    name: 'curl command of Windows',
    call: ({ url }) => ({
      to,
      outboundApi: `curl -X POST "${url}/v1/phone-number/${id}/outbound" ^\n -H "Authorization: x"`,
    }),
    arrives: ['v1'],
    ...accepted,
  },
  refused('empty', '', 'empty'),
  refused('a number', 12, 'not-an-id'),
  refused('too short', id.slice(1), 'not-an-id'),
  refused('slashes', `${id}/../other`, 'not-an-id'),
  refused('dots', `..%2f${id}`, 'not-an-id'),
  refused('line break inside', `${id.slice(0, 12)}\n${id.slice(12)}`, 'not-an-id'),
  refused('words', 'my phone number', 'not-an-id'),
  refused('another host', `https://evil.example/v1/phone-number/${id}/outbound`, 'other-host'),
  refused('Voiceflow while connected to the sandbox', production, 'other-host'),
  {
    name: 'another path',
    call: ({ url }) => ({ to, outboundApi: `${url}/v1/interact/${id}` }),
    arrives: [],
    error: { code: 'invalid-endpoint', outcome: 'not-placed', field: 'outboundApi', reason: 'other-path' },
  },
  {
    name: 'query behind the path',
    call: ({ url }) => ({ to, outboundApi: `${url}/v1/phone-number/${id}/outbound?x=1` }),
    arrives: [],
    error: { code: 'invalid-endpoint', outcome: 'not-placed', field: 'outboundApi', reason: 'other-path' },
  },
  {
    name: 'dot segments in the path',
    call: ({ url }) => ({ to, outboundApi: `${url}/v1/phone-number/x/../${id}/outbound` }),
    arrives: [],
    error: { code: 'invalid-endpoint', outcome: 'not-placed', field: 'outboundApi', reason: 'not-an-id' },
  },
  {
    name: 'user and password in the URL',
    call: ({ url }) => ({
      to,
      outboundApi: `${url.replace('//', '//user:pass@')}/v1/phone-number/${id}/outbound`,
    }),
    arrives: [],
    error: { code: 'invalid-endpoint', outcome: 'not-placed', field: 'outboundApi', reason: 'credentials' },
  },
  {
    name: 'two different URLs',
    call: ({ url }) => ({
      to,
      outboundApi: `${url}/v1/phone-number/${id}/outbound ${url}/v1alpha1/phone-number/${id}/outbound`,
    }),
    arrives: [],
    error: { code: 'invalid-endpoint', outcome: 'not-placed', field: 'outboundApi', reason: 'several-urls' },
  },
  {
    name: 'URL and connection disagree about the version',
    connection: { apiVersion: 'v1alpha1' },
    call: ({ url }) => ({ to, outboundApi: `${url}/v1/phone-number/${id}/outbound` }),
    arrives: [],
    error: {
      code: 'invalid-endpoint',
      outcome: 'not-placed',
      field: 'outboundApi',
      reason: 'version-conflict',
    },
  },
];
