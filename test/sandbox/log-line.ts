import type { RecordedRequest } from './recorder';

const KEY = /(VF\.[A-Z]+\.|vfp_)[^\s/?&]+/g;

/** One request in one line: no key, no header, no whole phone number. */
export function logLine(record: RecordedRequest): string {
  const time = new Date(record.at).toTimeString().slice(0, 8);
  const to = shortenedNumber(record.body);
  const answered = record.status === null ? 'no answer' : String(record.status);
  const reason = record.note === null ? '' : ` (${hideKeys(record.note)})`;
  const call = record.accepted ? ', call placed' : '';
  const request = `${record.method} ${hideKeys(record.path)}`.trim() || '(unreadable)';
  return [time, request, to, '->', `${answered}${reason}${call}`].filter(Boolean).join(' ');
}

function hideKeys(text: string): string {
  return text.replace(KEY, '$1•••');
}

/** `+1202•••0150`; nothing for what is no phone number, so that no odd text reaches the terminal. */
function shortenedNumber(body: Buffer): string {
  const number = /"to"\s*:\s*"(\+\d{7,15})"/.exec(body.toString('utf8'))?.[1];
  return number === undefined ? '' : `${number.slice(0, -7)}•••${number.slice(-4)}`;
}
