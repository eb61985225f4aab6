import { invalidSetting, isEmpty } from '../setting';

/** What an Authorization header takes as a token (RFC 6750, section 2.1); every known kind of key fits. */
const token = /^[\w.~+/-]+=*$/;

/**
 * Checks an API key. Blanks around it are a trace of copying and dropped; anything else is refused, since a
 * repaired key would hide what is stored in the connection.
 * @throws CallError `invalid-setting`; the message never holds the key
 */
export function parseApiKey(input: unknown): string {
  const key = typeof input === 'string' ? input.trim() : '';
  if (isEmpty(input)) {
    throw invalidSetting('apiKey', 'empty', 'is empty', 'Paste the API key of your Voiceflow agent.');
  }
  if (/^bearer(?:\s|$)/i.test(key)) {
    throw invalidSetting(
      'apiKey',
      'bearer',
      'starts with “Bearer”',
      'Paste the key alone, without “Bearer”.',
    );
  }
  if (!token.test(key)) {
    const problem = 'contains blanks, line breaks or characters that no key has';
    throw invalidSetting(
      'apiKey',
      'characters',
      problem,
      'Copy the key again, on one line and without quotes.',
    );
  }
  return key;
}
