import fc from 'fast-check';
import { isCallError } from '../../../shared/call-error';
import { parseApiKey } from '../../../shared/connection/api-key';
import { hostile } from '../hostile';
import { expectSentences, refusalOf, resultOf } from '../refusal';

describe('an API key', () => {
  it.each([
    'VF.DM.65f0c0ffee0ddba11ca11000.AbCdEf123',
    'VF.WS.65f0c0ffee0ddba11ca11000.AbCdEf123',
    'vfp_12345678_123456789012345678901234',
    'a-key_with~every+sign/of.a.token==',
  ])('of every known kind is taken: %s', (key) => {
    expect(parseApiKey(key)).toBe(key);
    expect(parseApiKey(` \t${key}\r\n`)).toBe(key);
  });

  it.each<[reason: string, input: unknown]>([
    ['empty', undefined],
    ['empty', null],
    ['empty', ''],
    ['empty', ' \n'],
    ['bearer', 'Bearer VF.DM.a.key'],
    ['bearer', 'bearer VF.DM.a.key'],
    ['bearer', ' BEARER\tVF.DM.a.key'],
    ['bearer', 'Bearer\nVF.DM.a.key'],
    ['characters', 'VF.DM.a key'],
    ['characters', 'VF.DM.a\nkey'],
    ['characters', 'VF.DM.a\r\nX-Evil: 1'],
    ['characters', '"VF.DM.a.key"'],
    ['characters', 'VF.DM.a.key,'],
    ['characters', 'VF.DM.a.k\u00e9y'],
    ['characters', 'VF.DM.a\u200b.key'],
    ['characters', 'VF.DM.a=.key'],
    ['characters', 'Authorization: VF.DM.a.key'],
    ['characters', '••••••••'],
    ['characters', 5],
    ['characters', ['VF.DM.a.key']],
    ['characters', { key: 'VF.DM.a.key' }],
  ])('%s: %j', (reason, input) => {
    const error = refusalOf(() => parseApiKey(input));
    expect(error).toMatchObject({ code: 'invalid-setting', outcome: 'not-placed', field: 'apiKey', reason });
    expectSentences(error.message);
    expectSentences(error.howToFix);
    expect(JSON.stringify([error.message, error.howToFix, error.detail])).not.toContain('VF.DM');
  });

  it('fits in a header as it is, or is refused, whatever comes in', () => {
    fc.assert(
      fc.property(hostile, (input) => {
        const key = resultOf(() => parseApiKey(input));
        if (isCallError(key)) expect(key.field).toBe('apiKey');
        else expect(new Headers({ Authorization: key }).get('authorization')).toBe(key);
      }),
    );
  });

  it('is not repeated by its refusal', () => {
    const broken = fc
      .tuple(fc.stringMatching(/^[A-Za-z0-9.]{8,40}$/), fc.constantFrom(' ', '\n', '"', 'é', '\u200b'))
      .map(([part, mark]) => ({ part, key: `VF.DM.${part}${mark}${part}` }));
    fc.assert(
      fc.property(broken, ({ part, key }) => {
        const error = refusalOf(() => parseApiKey(key));
        expect(`${error.message} ${error.howToFix} ${error.stack?.split('\n')[0]}`).not.toContain(part);
      }),
    );
  });
});
