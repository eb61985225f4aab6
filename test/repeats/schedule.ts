import fc from 'fast-check';
import {
  answer,
  closeWithoutAnswer,
  cutAfterStatus,
  dribble,
  emptyBody,
  garbage,
  halfBody,
  hang,
  html,
  redirect,
  refuse,
  reset,
  slow,
  type Fault,
} from '../sandbox';

const placed = { accept: true };

/** What may happen to a request, by name, so that a failing schedule can be read. */
const faults = {
  accepted: answer(200),
  'accepted, empty': emptyBody(204),
  'accepted, then cut': cutAfterStatus(200),
  'accepted, half a body': halfBody(200),
  'accepted, then a dribble': dribble(200),
  'accepted, status line broken': cutAfterStatus(200, { part: 'status-line', by: 'reset' }),
  'accepted, 503': answer(503, placed),
  'accepted, 500 page': html(500, placed),
  'accepted, 408': answer(408, placed),
  'accepted, reset': reset(placed),
  'accepted, closed': closeWithoutAnswer(placed),
  'accepted, garbage': garbage(placed),
  'accepted, silence': hang(placed),
  '503': answer(503),
  'reset before it was read': reset({ unread: true }),
  reset: reset(),
  closed: closeWithoutAnswer(),
  silence: hang(),
  '302': redirect(302),
  '400': refuse(400, 'No.'),
  '401': answer(401),
  '402': answer(402),
  '404': answer(404),
  '429': answer(429),
  '429 for a second': answer(429, { headers: { 'retry-after': '1' } }),
} as const satisfies Record<string, Fault>;

type FaultName = keyof typeof faults;

export interface Event {
  readonly fault: FaultName;
  /** Real milliseconds before the answer. */
  readonly delayMs: number;
}

export function toFault({ fault, delayMs }: Event): Fault {
  return delayMs === 0 ? faults[fault] : slow(delayMs, faults[fault]);
}

export interface Pass {
  readonly concurrency: number;
  readonly callsPerSecond: number;
  readonly stopOnError: boolean;
  readonly waitForFreeLineMs: number;
  /** The user stops the run when the server has answered this many requests of this pass. */
  readonly stopAfter: number | null;
}

/** One story: a list of people, a server in a mood, and a node that is run again and again. */
export interface Schedule {
  /** What makes two items the same call; `off`: nothing. */
  readonly sameBy: 'request' | 'callee' | 'own key' | 'off';
  readonly items: ReadonlyArray<{ readonly person: number; readonly words: number }>;
  readonly events: readonly Event[];
  readonly lines: number;
  readonly callMs: number;
  readonly retryAfter: string | null;
  readonly passes: readonly Pass[];
}

const names = Object.keys(faults) as FaultName[];
/** Each costs a time limit, so there are few of them. */
const costly: readonly FaultName[] = ['accepted, silence', 'silence', 'accepted, then a dribble'];

const event: fc.Arbitrary<Event> = fc.record({
  fault: fc.oneof(
    { weight: 30, arbitrary: fc.constant<FaultName>('accepted') },
    { weight: 15, arbitrary: fc.constantFrom(...names.filter((name) => !costly.includes(name))) },
    { weight: 1, arbitrary: fc.constantFrom(...costly) },
  ),
  delayMs: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(40) }),
});

const pass: fc.Arbitrary<Pass> = fc.record({
  concurrency: fc.integer({ min: 1, max: 20 }),
  callsPerSecond: fc.constantFrom(0, 0, 0, 80),
  stopOnError: fc.boolean(),
  waitForFreeLineMs: fc.constantFrom(0, 1_000, 5_000),
  stopAfter: fc.option(fc.nat(60), { freq: 4 }),
});

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  sameBy: fc.constantFrom('request', 'request', 'callee', 'own key', 'off'),
  items: fc
    .tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }))
    .chain(([size, people]) =>
      fc.array(fc.record({ person: fc.nat(people - 1), words: fc.nat(1) }), {
        minLength: Math.ceil(size / 2),
        maxLength: size,
        size: 'max',
      }),
    ),
  events: fc.array(event, { maxLength: 120, size: 'max' }),
  lines: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 12 })),
  callMs: fc.nat(10),
  retryAfter: fc.constantFrom(null, null, '1', '0'),
  passes: fc.array(pass, { minLength: 1, maxLength: 3 }),
});
