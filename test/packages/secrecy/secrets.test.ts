import { apiKey, around, holdsKey, holdsNumber, number } from './secrets';

test('finds a key in any company', () => {
  expect(holdsKey(`Bearer ${apiKey}.`)).toBe(true);
  expect(holdsKey(JSON.stringify({ a: [{ [apiKey]: 1 }] }))).toBe(true);
  expect(holdsKey(Buffer.from(apiKey).toString('base64'))).toBe(true);
  expect(holdsKey('VF.DM.65f0c0ffee0ddba11ca11099.[hidden]')).toBe(false);
});

test('finds a whole number, not a masked one', () => {
  for (const text of [number, '12025550147', '(202) 555-0147', '202.555.0147']) {
    expect(holdsNumber(`to ${text}.`)).toBe(true);
  }
  expect(holdsNumber('+12••••47')).toBe(false);
  expect(around(`first\nto ${number}\nlast`, holdsNumber)).toBe(`to ${number}`);
});
