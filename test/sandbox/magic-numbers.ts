import type { Fault } from './fault';
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
  hugeBody,
  notUtf8,
  redirect,
  reset,
  slow,
  wrongContentType,
} from './faults';

/** A number that nobody owns (+1 202 555 01NN is reserved for fiction) and what the sandbox does when it is called. */
export interface MagicNumber {
  number: string;
  happens: string;
  fault: Fault;
  /** What the Zap or the workflow should report: the verdict, or the error code. */
  report: Report;
}

type Report =
  | 'accepted'
  | 'outcome-unknown'
  | 'unexpected-response'
  | 'rejected'
  | 'unauthorized'
  | 'forbidden'
  | 'plan-limit'
  | 'not-found'
  | 'rate-limited';

const PLACED = { accept: true };
const GEO = 'Twilio: no permission to call this region';

/** Each row of the outcome table but `unreachable`: for that one, stop the sandbox or type a wrong port. */
export const MAGIC_NUMBERS: readonly MagicNumber[] = [
  row('01', '200 with an empty body', emptyBody(200), 'accepted'),
  row('02', '200 with an HTML page', html(200), 'accepted'),
  row('03', '200, cut after the head', cutAfterStatus(200), 'accepted'),
  row('04', '204 without a body', answer(204, { body: '' }), 'accepted'),
  row('05', '200, cut within the body', halfBody(200), 'accepted'),
  row('06', '200 with bytes that are not UTF-8', notUtf8(200), 'accepted'),
  row('07', '200 with a body of 10 MB', hugeBody(200), 'accepted'),
  row('13', '200 that says it is an image', wrongContentType(200), 'accepted'),
  row('71', '200 and a body without an end', dribble(200), 'accepted'),
  row('73', '200 after 5 seconds', slow(5000), 'accepted'),

  row('30', '302 to another path', redirect(302), 'unexpected-response'),
  row('37', '307 to another path', redirect(307), 'unexpected-response'),

  row('40', '400', answer(400), 'rejected'),
  row('41', '401', answer(401), 'unauthorized'),
  row('42', '402', answer(402), 'plan-limit'),
  row('43', '403', answer(403), 'forbidden'),
  row('44', '404', answer(404), 'not-found'),
  row('10', '410', answer(410), 'not-found'),
  row('18', '418, as one of the other 4xx', answer(418), 'rejected'),
  row('22', '422', answer(422), 'rejected'),
  row('28', '429 without Retry-After', answer(429), 'rate-limited'),
  row('29', '429 with Retry-After: 1', answer(429, { headers: { 'retry-after': '1' } }), 'rate-limited'),

  row('08', '408, the call was placed', answer(408, PLACED), 'outcome-unknown'),
  row('09', '409, the call was placed', answer(409, PLACED), 'outcome-unknown'),
  row('25', '425, the call was placed', answer(425, PLACED), 'outcome-unknown'),
  row('50', '500 as for a region without permission', answer(500, { note: GEO }), 'outcome-unknown'),
  row('51', '500, the call was placed', answer(500, PLACED), 'outcome-unknown'),
  row('52', '502 with an HTML page', html(502), 'outcome-unknown'),
  row('53', '503, the call was placed', answer(503, PLACED), 'outcome-unknown'),
  row('54', '504, the call was placed', answer(504, PLACED), 'outcome-unknown'),
  row('60', 'reset, no call was placed', reset(), 'outcome-unknown'),
  row('61', 'reset, the call was placed', reset(PLACED), 'outcome-unknown'),
  row('62', 'closed, no call was placed', closeWithoutAnswer(), 'outcome-unknown'),
  row('63', 'closed, the call was placed', closeWithoutAnswer(PLACED), 'outcome-unknown'),
  row('64', 'no HTTP answer, the call was placed', garbage(PLACED), 'outcome-unknown'),
  row('65', '503, cut after the head', cutAfterStatus(503), 'outcome-unknown'),
  row('70', 'silence, the call was placed', hang(PLACED), 'outcome-unknown'),
  row('72', 'silence, no call was placed', hang(), 'outcome-unknown'),
];

const FAULTS = new Map(MAGIC_NUMBERS.map(({ number, fault }) => [number, fault]));

/** What the sandbox does with this number; undefined for all the others, whose calls are accepted. */
export function faultFor(number: string): Fault | undefined {
  return FAULTS.get(number);
}

function row(ending: string, happens: string, fault: Fault, report: Report): MagicNumber {
  return { number: `+120255501${ending}`, happens, fault, report };
}
