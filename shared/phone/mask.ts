/** Digits with the middle hidden: enough to recognise one's own customer, too little to call them. */
export function maskDigits(digits: string): string {
  return digits.length <= 4 ? '•'.repeat(digits.length) : `${digits.slice(0, 2)}••••${digits.slice(-2)}`;
}

/** An E.164 number for messages and logs, such as `+45••••56`. */
export function maskNumber(e164: string): string {
  return `+${maskDigits(e164.slice(1))}`;
}

/** Seven digits or more with nothing but punctuation and blanks between them: any notation of a number. */
const numberLike = /\+?\d(?:[\s\p{P}\p{Zs}]*\d){6,}/gu;

/** A text of somebody else's with every phone number in it masked; errors end up in logs. */
export function maskNumbers(text: string): string {
  return text.replace(numberLike, (found) => {
    const sign = found.startsWith('+') ? '+' : '';
    return sign + maskDigits(found.replace(/\D/g, ''));
  });
}
