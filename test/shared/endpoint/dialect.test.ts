import fc from 'fast-check';
import { isCallError } from '../../../shared/call-error';
import {
  authorizationFor,
  dialectOrder,
  otherDialect,
  outboundPath,
  parseApiVersion,
} from '../../../shared/endpoint/dialect';
import { hostile } from '../hostile';
import { expectSentences, refusalOf, resultOf } from '../refusal';

const id = '65f0c0ffee0ddba11ca11000';
const key = 'VF.DM.a.key';

describe('the two versions of the API', () => {
  it('the documented one comes first', () => {
    expect(dialectOrder).toEqual(['v1alpha1', 'v1']);
  });

  it('each is the other one of the other', () => {
    expect(otherDialect('v1')).toBe('v1alpha1');
    expect(otherDialect('v1alpha1')).toBe('v1');
  });

  it('have paths of their own', () => {
    expect(outboundPath('v1alpha1', id)).toBe(`/v1alpha1/phone-number/${id}/outbound`);
    expect(outboundPath('v1', id)).toBe(`/v1/phone-number/${id}/outbound`);
  });
});

describe('the Authorization header follows the URL', () => {
  it.each([
    [`https://runtime-api.voiceflow.com/v1alpha1/phone-number/${id}/outbound`, `Bearer ${key}`],
    [`http://127.0.0.1:8787/v1alpha1/phone-number/${id}/outbound`, `Bearer ${key}`],
    [`https://runtime-api.voiceflow.com/v1/phone-number/${id}/outbound`, key],
    ['https://analytics-api.voiceflow.com/v1/transcript/project/x?take=1', key],
    ['https://general-runtime.voiceflow.com/state/user/connection-test', key],
    ['https://api.voiceflow.com/v2/versions/production/export', key],
    ['https://runtime-api.voiceflow.com/v1alpha1/other', key],
    [`https://runtime-api.voiceflow.com/x/v1alpha1/phone-number/${id}/outbound`, key],
    [`https://runtime-api.voiceflow.com/v1/x?path=/v1alpha1/phone-number/${id}`, key],
  ])('%s', (url, expected) => {
    expect(authorizationFor(url, key)).toBe(expected);
  });

  it('is the form of the dialect, for the path of every id', () => {
    const ids = fc.stringMatching(/^[0-9a-f]{24}$/);
    fc.assert(
      fc.property(ids, fc.constantFrom(...dialectOrder), (phoneNumberId, dialect) => {
        const url = `https://runtime-api.voiceflow.com${outboundPath(dialect, phoneNumberId)}`;
        expect(authorizationFor(url, key)).toBe(dialect === 'v1' ? key : `Bearer ${key}`);
      }),
    );
  });
});

describe('the API version of a connection', () => {
  it.each([
    [undefined, null],
    [null, null],
    ['', null],
    [' ', null],
    ['auto', null],
    ['v1', 'v1'],
    ['v1alpha1', 'v1alpha1'],
  ])('%j is %j', (input, expected) => {
    expect(parseApiVersion(input)).toBe(expected);
  });

  it.each(['v2', 'V1', 'AUTO', '1', 1, true, ['v1'], {}, '__proto__', 'constructor'])(
    'refuses %j',
    (input) => {
      const error = refusalOf(() => parseApiVersion(input));
      expect(error).toMatchObject({
        code: 'invalid-setting',
        outcome: 'not-placed',
        field: 'apiVersion',
        reason: 'unknown-version',
      });
      expectSentences(error.message);
      expectSentences(error.howToFix);
    },
  );

  it('is one of three or refused, whatever comes in', () => {
    fc.assert(
      fc.property(hostile, (input) => {
        const version = resultOf(() => parseApiVersion(input));
        if (isCallError(version)) expect(version.reason).toBe('unknown-version');
        else expect([null, 'v1', 'v1alpha1']).toContain(version);
      }),
    );
  });
});
