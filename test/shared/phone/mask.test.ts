import fc from 'fast-check';
import { maskDigits, maskNumber } from '../../../shared/phone/mask';
import { mobileExamples } from './numbers';

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 15 });

it('shows the first two and the last two digits', () => {
  expect(maskNumber('+4532123456')).toBe('+45••••56');
  expect(maskDigits('32123456')).toBe('32••••56');
});

it('shows nothing of what is too short to hide', () => {
  expect(maskDigits('1234')).toBe('••••');
  expect(maskDigits('')).toBe('');
});

it('never shows more than four digits', () => {
  fc.assert(
    fc.property(digits, (text) => {
      expect(maskDigits(text).replace(/\D/g, '').length).toBeLessThanOrEqual(4);
      expect(maskNumber(`+${text}`).replace(/\D/g, '').length).toBeLessThanOrEqual(4);
    }),
  );
});

it('hides the number of every country', () => {
  for (const { e164, parsed } of mobileExamples) {
    const masked = maskNumber(e164);
    expect(masked).toMatch(/^\+\d\d••••\d\d$/);
    if (parsed.nationalNumber.length > 4) expect(masked).not.toContain(parsed.nationalNumber);
  }
});
