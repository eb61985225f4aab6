import { STATUS_CODES } from 'node:http';
import { isSuccess } from './fault';
import type {
  AnswerFault,
  CloseFault,
  CutFault,
  DribbleFault,
  Fault,
  GarbageFault,
  HalfBodyFault,
  HangFault,
  HugeBodyFault,
  ResetFault,
} from './fault';

interface Accept {
  accept?: boolean;
}
type AnswerOptions = Partial<Omit<AnswerFault, 'kind' | 'status'>>;

const MEGABYTE = 1024 * 1024;
const LARGEST_BODY = 50 * MEGABYTE;

/** Voiceflow's documented form of an error body. */
export function errorBody(status: number, message: string): string {
  return JSON.stringify({ message, statusCode: status, statusText: STATUS_CODES[status] ?? 'Unknown' });
}

function defaultBody(status: number): string {
  if (isSuccess(status)) return '{"status":"ok"}';
  return status >= 400 ? errorBody(status, STATUS_CODES[status] ?? `Status ${status}`) : '';
}

function outcome(status: number, options: Accept): { status: number; accept: boolean } {
  if (!Number.isInteger(status) || status < 200 || status > 599)
    throw new RangeError(`No such status: ${status}`);
  return { status, accept: isSuccess(status) || (options.accept ?? false) };
}

/** A complete answer; without a body of its own it gets a plausible one. */
export function answer(status: number, options: AnswerOptions = {}): AnswerFault {
  return { body: defaultBody(status), ...options, kind: 'answer', ...outcome(status, options) };
}

/** The call is refused: an error in Voiceflow's form. */
export function refuse(status: number, message: string, headers: Record<string, string> = {}): AnswerFault {
  return answer(status, { body: errorBody(status, message), headers, note: message });
}

export function emptyBody(status: number, options: Accept = {}): AnswerFault {
  return answer(status, { ...options, body: '', note: 'empty body' });
}

/** A page as a gateway sends it, of at least `bytes` bytes. */
export function html(status: number, options: Accept & { bytes?: number } = {}): AnswerFault {
  const { bytes = 0, ...rest } = options;
  const title = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  const filler = 'gateway '.repeat(Math.ceil(bytes / 8));
  const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1>${filler}</body></html>`;
  return answer(status, { ...rest, body, contentType: 'text/html; charset=utf-8', note: 'HTML body' });
}

/** Says that it is JSON in UTF-8 and is neither. */
export function notUtf8(status: number, options: Accept = {}): AnswerFault {
  const body = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22, 0x7d]);
  const contentType = 'application/json; charset=utf-8';
  return answer(status, { ...options, body, contentType, note: 'body is not UTF-8' });
}

/** JSON under another name. */
export function wrongContentType(
  status: number,
  options: Accept & { contentType?: string | null } = {},
): AnswerFault {
  return answer(status, { contentType: 'image/png', ...options, note: 'wrong content type' });
}

/** Sends the client to another path; the sandbox records whether it goes there. */
export function redirect(status: 301 | 302 | 303 | 307 | 308, location = '/redirected'): AnswerFault {
  return answer(status, { headers: { location }, note: `redirect to ${location}` });
}

/** The same, but later. */
export function slow(delayMs: number, fault: Fault = answer(200)): Fault {
  return { ...fault, delayMs, note: `after ${delayMs} ms` };
}

/** The same, but not before something has happened. */
export function held(heldUntil: Promise<unknown>, fault: Fault = answer(200)): Fault {
  return { ...fault, heldUntil, note: 'held back' };
}

export function reset(options: Accept & { unread?: boolean } = {}): ResetFault {
  const unread = options.unread ?? false;
  if (unread && options.accept) throw new RangeError('A request that was not read cannot be accepted');
  return { kind: 'reset', accept: options.accept ?? false, unread, note: 'connection reset' };
}

export function closeWithoutAnswer(options: Accept = {}): CloseFault {
  return { kind: 'close', accept: options.accept ?? false, note: 'connection closed' };
}

export function hang(options: Accept = {}): HangFault {
  return { kind: 'hang', accept: options.accept ?? false, note: 'silence' };
}

export function cutAfterStatus(
  status: number,
  options: Accept & Partial<Pick<CutFault, 'part' | 'by'>> = {},
): CutFault {
  const { part = 'head', by = 'close' } = options;
  return {
    kind: 'cut',
    part,
    by,
    ...outcome(status, options),
    note: `cut after the ${part.replace('-', ' ')}`,
  };
}

export function halfBody(status: number, options: Accept = {}): HalfBodyFault {
  return { kind: 'half-body', ...outcome(status, options), note: 'cut within the body' };
}

export function dribble(status: number, options: Accept & { everyMs?: number } = {}): DribbleFault {
  const everyMs = options.everyMs ?? 1000;
  return { kind: 'dribble', everyMs, ...outcome(status, options), note: 'a body without an end' };
}

/** A body of up to 50 MB. JSON unless told otherwise. */
export function hugeBody(
  status: number,
  options: Accept & { bytes?: number; contentType?: string } = {},
): HugeBodyFault {
  const { bytes = 10 * MEGABYTE, contentType = 'application/json' } = options;
  if (bytes > LARGEST_BODY) throw new RangeError('A huge body has at most 50 MB');
  const note = `a body of ${Math.round(bytes / MEGABYTE)} MB`;
  return { kind: 'huge-body', bytes, contentType, ...outcome(status, options), note };
}

export function garbage(options: Accept & { bytes?: Buffer } = {}): GarbageFault {
  const bytes = options.bytes ?? Buffer.from('SSH-2.0-this is no HTTP\r\n\r\n');
  return { kind: 'garbage', bytes, accept: options.accept ?? false, note: 'no HTTP answer' };
}
