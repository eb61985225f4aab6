import fc from 'fast-check';
import { isCallError } from '../../../shared/call-error';
import { parseConnection } from '../../../shared/connection/connection';
import { hostile } from '../hostile';
import { expectSentences, refusalOf, resultOf } from '../refusal';

const apiKey = 'VF.DM.a.key';
const projectId = '65f0c0ffee0000000000cafe';

describe('a connection', () => {
  it('needs nothing but a key', () => {
    const { baseUrl, ...rest } = parseConnection({ apiKey });
    expect(rest).toEqual({ apiKey, projectId: null, dialect: null });
    expect(baseUrl('runtime-api')).toBe('https://runtime-api.voiceflow.com');
  });

  it('may have everything else', () => {
    const raw = { apiKey, projectId, baseUrl: 'https://proxy.example', apiVersion: 'v1' };
    const { baseUrl, ...rest } = parseConnection(raw);
    expect(rest).toEqual({ apiKey, projectId, dialect: 'v1' });
    expect(baseUrl('api')).toBe('https://proxy.example');
  });

  it.each([undefined, null, '', ' '])('has no project if the field is empty: %j', (input) => {
    expect(parseConnection({ apiKey, projectId: input }).projectId).toBeNull();
  });

  it.each([projectId, ` ${projectId}\n`, projectId.toUpperCase()])('reads the project id %j', (input) => {
    expect(parseConnection({ apiKey, projectId: input }).projectId).toBe(projectId);
  });

  it.each([
    'my-project',
    projectId.slice(1),
    `${projectId}0`,
    `${projectId}?take=2`,
    `../${projectId}`,
    5,
    [projectId],
  ])('refuses the project id %j', (input) => {
    const error = refusalOf(() => parseConnection({ apiKey, projectId: input }));
    expect(error).toMatchObject({
      code: 'invalid-setting',
      outcome: 'not-placed',
      field: 'projectId',
      reason: 'not-an-id',
    });
    expectSentences(error.message);
    expectSentences(error.howToFix);
  });

  it('tells what to correct first: the key', () => {
    expect(refusalOf(() => parseConnection({ projectId: 'x', baseUrl: 'x', apiVersion: 'x' })).field).toBe(
      'apiKey',
    );
  });

  it('is usable or refused with a field of its own, whatever comes in', () => {
    const raw = fc.record({
      apiKey: fc.oneof(hostile, fc.constant(apiKey)),
      projectId: hostile,
      baseUrl: hostile,
      apiVersion: hostile,
    });
    fc.assert(
      fc.property(raw, (input) => {
        const connection = resultOf(() => parseConnection(input));
        if (isCallError(connection)) {
          expect(['apiKey', 'projectId', 'baseUrl', 'apiVersion']).toContain(connection.field);
        } else expect(connection.projectId ?? projectId).toMatch(/^[\da-f]{24}$/);
      }),
    );
  });
});
