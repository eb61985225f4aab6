import fc from 'fast-check';
import { redactKeys } from '../../../shared/http/redact';
import { anyText } from '../any-text';

const key = 'VF.DM.65f0c0ffee0ddba11ca11000.AbCdEf123';
/** Any key that a connection takes; “hidden” is also what stands in its place. */
const keys = fc
  .oneof(
    fc.stringMatching(/^[\w.~+/-]{6,60}={0,2}$/),
    fc.stringMatching(/^[0-9a-zA-Z]{8,20}$/).map((secret) => `VF.DM.65f0c0ffee0ddba11ca11000.${secret}`),
    fc.stringMatching(/^[0-9a-zA-Z]{24}$/).map((secret) => `vfp_12345678_${secret}`),
  )
  .filter((candidate) => !'[hidden]'.includes(candidate));

describe('keys in a text', () => {
  it.each([
    [key, '[hidden]'],
    [`Bearer ${key}`, '[hidden]'],
    [`Authorization: Bearer ${key} and more`, 'Authorization: [hidden] and more'],
    [`"${key}"`, '"[hidden]"'],
    [`${key}${key}`, '[hidden][hidden]'],
    [`x${key}y`, 'x[hidden]y'],
    ['another: VF.DM.1234.other-key!', 'another: [hidden]!'],
    ['a workspace: VF.WS.1234.other', 'a workspace: [hidden]'],
    ['a token: vfp_12345678_abc', 'a token: [hidden]'],
    ['Bearer something', '[hidden]'],
    ['no key at all', 'no key at all'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(redactKeys(text, key)).toBe(expected);
  });

  it('are found whatever shape they have', () => {
    expect(redactKeys('key=custom.key+1/2==', 'custom.key+1/2==')).toBe('key=[hidden]');
  });

  it('do not survive, whatever stands around them', () => {
    const around = fc.oneof(anyText(), fc.constantFrom('', 'Bearer ', 'VF.', '\n', '$&', 'vfp_'));
    fc.assert(
      fc.property(keys, fc.array(around, { minLength: 1, maxLength: 5 }), (secret, parts) => {
        const text = redactKeys(parts.join(secret), secret);
        expect(text).not.toContain(secret);
        expect(redactKeys(`${parts.join('')}${secret}`, secret)).not.toContain(secret);
      }),
      { numRuns: 1000 },
    );
  });

  it('do not survive in the JSON that a server sends back', () => {
    fc.assert(
      fc.property(keys, fc.string(), (secret, words) => {
        const text = JSON.stringify({ message: words + secret, headers: [`Bearer ${secret}`] });
        expect(redactKeys(text, secret)).not.toContain(secret);
      }),
    );
  });

  it('do not change a text without a key', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abc xyz 123 {}":,.\n') }), (text) => {
        expect(redactKeys(text, key)).toBe(text);
      }),
    );
  });
});
