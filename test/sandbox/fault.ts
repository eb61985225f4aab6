interface Shared {
  /** The call was placed before this answer. A 2xx status means it was, whatever is written here. */
  accept: boolean;
  /** Wait this long before the status line (or before the socket is broken). */
  delayMs?: number;
  /** The same until something has happened, however slow the machine is. */
  heldUntil?: Promise<unknown>;
  /** What happened, in a few words, for the log. */
  note?: string;
}

/** A complete HTTP answer. */
export interface AnswerFault extends Shared {
  kind: 'answer';
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** `null` sends no content type. */
  contentType?: string | null;
}

/** TCP reset. With `unread`, before the body of the request was read: only a script can ask for that. */
export interface ResetFault extends Shared {
  kind: 'reset';
  unread: boolean;
}

/** The connection ends in good order, but without an answer. */
export interface CloseFault extends Shared {
  kind: 'close';
}

/** No answer, ever; the socket stays open. */
export interface HangFault extends Shared {
  kind: 'hang';
}

/** The answer stops after its head. With `part: 'status-line'`, even before the head is complete. */
export interface CutFault extends Shared {
  kind: 'cut';
  status: number;
  part: 'head' | 'status-line';
  by: 'close' | 'reset';
}

/** The body is shorter than its content-length, then the socket closes. */
export interface HalfBodyFault extends Shared {
  kind: 'half-body';
  status: number;
}

/** The head at once, then one byte of body every `everyMs`, without an end. */
export interface DribbleFault extends Shared {
  kind: 'dribble';
  status: number;
  everyMs: number;
}

/** A streamed body of exactly `bytes` bytes. */
export interface HugeBodyFault extends Shared {
  kind: 'huge-body';
  status: number;
  bytes: number;
  contentType: string;
}

/** Bytes that are no HTTP answer, then the socket closes. */
export interface GarbageFault extends Shared {
  kind: 'garbage';
  bytes: Buffer;
}

/** Everything that the sandbox can do with a request. */
export type Fault =
  | AnswerFault
  | ResetFault
  | CloseFault
  | HangFault
  | CutFault
  | HalfBodyFault
  | DribbleFault
  | HugeBodyFault
  | GarbageFault;

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Whether a call is placed before this fault is delivered. */
export function placesCall(fault: Fault): boolean {
  return fault.accept || ('status' in fault && isSuccess(fault.status));
}
