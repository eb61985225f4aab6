import { CallError } from '../call-error';
import type { BaseUrl } from '../connection/base-url';
import { quoted } from '../fields';
import { isEmpty } from '../setting';
import { dialectOrder, type Dialect } from './dialect';

/** Where a call is placed. */
export interface Endpoint {
  readonly phoneNumberId: string;
  /** The version that a pasted URL names; `null` if only the id was given. */
  readonly dialect: Dialect | null;
}

const objectId = /^[\da-f]{24}$/i;
const longestInput = 20_000;

const endpointRefusals = {
  empty: ['is empty', 'Paste the ID, the URL or the curl command that Voiceflow shows.'],
  'not-an-id': [
    'is not the ID, URL or curl command of a Voiceflow phone number',
    'In Voiceflow, open Phone numbers > Outbound call API > View and copy what is shown there.',
  ],
  'several-urls': ['names more than one outbound URL', 'Paste one curl command or URL.'],
  credentials: ['holds a user name or password', 'Paste the URL without anything before the host name.'],
  'other-host': [
    'points to another server than the connection',
    'Paste the URL of the connected Voiceflow, or change “Base URL” in the connection.',
  ],
  'other-path': [
    'is not the URL of an outbound call',
    'It ends in /phone-number/ID/outbound and has nothing after that.',
  ],
  'version-conflict': [
    'names another version than “API Version” in the connection',
    'Paste the ID alone, or set “API Version” to automatic.',
  ],
} as const satisfies Record<string, readonly [problem: string, fix: string]>;

/**
 * Reads what people copy from Voiceflow: the id of the phone number, its outbound URL, or a whole `curl`
 * command. Of a command only the URL is used; a key inside it is never kept, sent or shown.
 * @param fixedDialect the version of the connection, if one was chosen
 * @throws CallError `invalid-endpoint`
 */
export function parseOutboundApi(input: unknown, baseUrl: BaseUrl, fixedDialect: Dialect | null): Endpoint {
  if (isEmpty(input)) throw refused('empty');
  // Without the invisible characters that chats and documents add.
  const text = typeof input === 'string' ? input.replace(/\p{Cf}/gu, '').trim() : '';
  if (text.length > longestInput) throw refused('not-an-id');
  if (objectId.test(text)) return { phoneNumberId: text.toLowerCase(), dialect: fixedDialect };

  const url = findUrl(text);
  if (url.username !== '' || url.password !== '') throw refused('credentials');
  if (url.origin !== baseUrl('runtime-api')) throw refused('other-host');
  const [, dialect, phoneNumberId] =
    /^\/(\w+)\/phone-number\/([\da-f]{24})\/outbound\/?$/i.exec(url.pathname) ?? [];
  const known = dialectOrder.find((name) => name === dialect);
  if (known === undefined || phoneNumberId === undefined) throw refused('other-path');
  if (url.search !== '' || url.hash !== '') throw refused('other-path');
  if (fixedDialect !== null && fixedDialect !== known) throw refused('version-conflict');
  return { phoneNumberId: phoneNumberId.toLowerCase(), dialect: known };
}

/** The one outbound URL in a text; other URLs may stand in a command's headers or variables. */
function findUrl(text: string): URL {
  const urls = text.match(/https?:\/\/[^\s'"`<>“”‘’()]+/gi) ?? [];
  // A shell continues a line with a backslash, Windows with a caret; neither belongs to the URL.
  const candidates = new Set(urls.map((url) => url.replace(/[\\^]$/, '')));
  const isCommand = candidates.size > 1 || /\s/.test(text);
  const outbound = [...candidates].filter((url) => !isCommand || /\/phone-number\//.test(url));
  const [first, ...others] = outbound;
  if (others.length > 0) throw refused('several-urls');
  // The parser would forgive backslashes and dot segments; nobody copies those from Voiceflow.
  if (first === undefined || /[\\]|\/\.\.?(?:\/|$)|%2e/i.test(first) || !URL.canParse(first)) {
    throw refused('not-an-id');
  }
  return new URL(first);
}

function refused(reason: keyof typeof endpointRefusals): CallError {
  const [problem, howToFix] = endpointRefusals[reason];
  return new CallError(`${quoted('outboundApi')} ${problem}.`, {
    code: 'invalid-endpoint',
    outcome: 'not-placed',
    field: 'outboundApi',
    reason,
    howToFix,
  });
}
