const yes = new Set(['true', 'yes', 'y', '1', 'on', 'granted']);

/**
 * Whether a value from the user’s own data is a consent. Only a listed yes is: in “opted out”, “pending”, an
 * empty cell or a date that somebody mapped by mistake, nobody has agreed to anything.
 */
export function isConsent(input: unknown): boolean {
  if (typeof input !== 'string' && typeof input !== 'number' && typeof input !== 'boolean') return false;
  return yes.has(String(input).trim().toLowerCase());
}
