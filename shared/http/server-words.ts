import { isPlainObject } from '../variables/json-value';

const longestQuote = 300;

/** JSON of a text, or `undefined`. */
export function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What a server says about an error, in its own words: the message of any of the shapes that Voiceflow's
 * services use, else short plain text. A gateway's HTML page says nothing that helps.
 * @param hide takes secrets out; it sees the words whole, before they are cut
 */
export function serverWords(
  text: string,
  contentType: string,
  hide: (words: string) => string,
): string | null {
  const json = tryJson(text);
  const words = json === undefined ? plainText(text, contentType) : findMessage(json);
  const line = hide(words ?? '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (line === '') return null;
  const characters = [...line];
  return characters.length > longestQuote ? `${characters.slice(0, longestQuote).join('')}…` : line;
}

function plainText(text: string, contentType: string): string | null {
  return /html/i.test(contentType) || text.trimStart().startsWith('<') ? null : text;
}

function findMessage(json: unknown, depth = 0): string | null {
  if (typeof json === 'string') return json;
  if (depth > 2) return null;
  if (Array.isArray(json)) {
    const messages = json.map((entry) => findMessage(entry, depth + 1)).filter((entry) => entry !== null);
    return messages.length === 0 ? null : messages.join('; ');
  }
  if (!isPlainObject(json)) return null;
  const found = ['message', 'error', 'data', 'details', 'statusText', 'cause', 'status']
    .map((key) => findMessage(json[key], depth + 1))
    .find((message) => message !== null && message.trim() !== '');
  return found ?? null;
}
