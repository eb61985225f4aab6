import type { CaseConnection, ConformanceCase } from '../case';

const call = { to: '+4532123456' };

function refused(name: string, connection: CaseConnection, field: string, reason: string): ConformanceCase {
  return {
    name,
    call,
    connection,
    arrives: [],
    error: { code: 'invalid-setting', outcome: 'not-placed', field, reason },
  };
}

const accepted = { body: call, result: { status: 'accepted' } };

export const connectionCases: readonly ConformanceCase[] = [
  { name: 'automatic version', call, connection: { apiVersion: 'auto' }, ...accepted },
  { name: 'no version', call, connection: { apiVersion: '' }, ...accepted },
  { name: 'fixed version', call, connection: { apiVersion: 'v1' }, arrives: ['v1'], ...accepted },
  {
    name: 'only the other version exists',
    call,
    sandbox: { dialects: ['v1'] },
    arrives: ['v1alpha1', 'v1'],
    body: call,
    result: { status: 'accepted', attempts: 2 },
  },
  {
    name: 'a fixed version is not left',
    call,
    connection: { apiVersion: 'v1' },
    sandbox: { dialects: ['v1alpha1'] },
    arrives: ['v1'],
    error: { code: 'not-found', outcome: 'not-placed' },
  },
  {
    name: 'wrong key',
    call,
    connection: { apiKey: 'VF.DM.wrong.key' },
    arrives: ['v1alpha1', 'v1'],
    error: { code: 'unauthorized', outcome: 'not-placed' },
  },
  {
    name: 'key with blanks around',
    call,
    connection: { apiKey: ' VF.DM.a.key\n' },
    sandbox: { apiKey: 'VF.DM.a.key' },
    ...accepted,
  },
  refused('empty key', { apiKey: '' }, 'apiKey', 'empty'),
  refused('key with a blank', { apiKey: 'VF.DM.a key' }, 'apiKey', 'characters'),
  refused('key with a line break', { apiKey: 'VF.DM.a\r\nX-Evil: 1' }, 'apiKey', 'characters'),
  refused('key with “Bearer ” in front', { apiKey: 'Bearer VF.DM.a.key' }, 'apiKey', 'bearer'),
  refused('key in quotes', { apiKey: '"VF.DM.a.key"' }, 'apiKey', 'characters'),
  refused('project id of another form', { projectId: 'my-project' }, 'projectId', 'not-an-id'),
  refused('base URL without https', { baseUrl: 'http://voiceflow.example' }, 'baseUrl', 'not-https'),
  refused('base URL that looks local', { baseUrl: 'http://127.0.0.1.evil.example' }, 'baseUrl', 'not-https'),
  refused('base URL with a path', { baseUrl: 'https://voiceflow.example/api' }, 'baseUrl', 'path'),
  refused('base URL with a password', { baseUrl: 'https://u:p@voiceflow.example' }, 'baseUrl', 'credentials'),
  refused('base URL that is none', { baseUrl: 'voiceflow' }, 'baseUrl', 'not-a-url'),
  refused('base URL of another kind', { baseUrl: 'ftp://voiceflow.example' }, 'baseUrl', 'not-a-url'),
  refused('base URL with a wildcard', { baseUrl: 'https://*.voiceflow.com' }, 'baseUrl', 'not-a-url'),
  refused('version that does not exist', { apiVersion: 'v2' }, 'apiVersion', 'unknown-version'),
  {
    name: 'nothing answers at the address',
    call,
    connection: { baseUrl: 'http://127.0.0.1:1' },
    arrives: [],
    error: { code: 'unreachable', outcome: 'not-placed' },
  },
  {
    name: 'fields of variables without a project',
    call: { ...call, agentVariables: { user_name: 'Ada' } },
    arrives: [],
    error: { code: 'invalid-setting', outcome: 'not-placed', field: 'projectId', reason: 'empty' },
  },
  {
    name: 'fields of variables, and a project that is not there',
    connection: { projectId: '65f0c0ffee00000000000bad' },
    call: { ...call, agentVariables: { user_name: 'Ada' } },
    arrives: [],
    error: { code: 'not-found', outcome: 'not-placed', field: 'projectId' },
  },
];
