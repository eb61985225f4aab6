import { parseVariables } from '../../../shared/variables/check-variables';
import { refusalOf } from '../refusal';

function sharedReferences(levels: number): unknown {
  let value: unknown = ['x'];
  for (let level = 0; level < levels; level += 1) value = [value, value];
  return value;
}

test.each<[string, unknown, string]>([
  ['a value that unfolds', { a: sharedReferences(26) }, 'too-large'],
  [
    'a getter that throws',
    Object.defineProperty({}, 'a', { enumerable: true, get: () => JSON.parse('{') }),
    'not-json',
  ],
  ['a revoked proxy', revokedProxy(), 'not-json'],
])('%s is refused, and quickly', (_, input, reason) => {
  expect(refusalOf(() => parseVariables(input))).toMatchObject({ code: 'invalid-variables', reason });
});

test('a number in the place of a name is not shown whole', () => {
  expect(String(refusalOf(() => parseVariables({ '+4532123456': 1 })))).not.toContain('321234');
});

function revokedProxy(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
