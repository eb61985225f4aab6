import type { ErrorCode, FailedOutcome } from '../../../shared';
import {
  answer,
  closeWithoutAnswer,
  cutAfterStatus,
  emptyBody,
  garbage,
  halfBody,
  html,
  hugeBody,
  notUtf8,
  redirect,
  refuse,
  reset,
  wrongContentType,
  type Fault,
} from '../../sandbox';
import type { ConformanceCase } from '../case';

const call = { to: '+4532123456' };
const megabyte = 1024 * 1024;

function accepted(name: string, fault: Fault, result: object = {}): ConformanceCase {
  return { name, call, faults: [fault], body: call, result: { status: 'accepted', attempts: 1, ...result } };
}

function failed(name: string, fault: Fault, code: ErrorCode, outcome: FailedOutcome): ConformanceCase {
  return { name, call, faults: [fault], body: call, error: { code, outcome } };
}

/** An answer after which the other version of the API is tried once, and gives the same. */
function triedTwice(name: string, fault: Fault, code: ErrorCode): ConformanceCase {
  return {
    name,
    call,
    faults: [fault, fault],
    arrives: ['v1alpha1', 'v1'],
    error: { code, outcome: 'not-placed' },
  };
}

export const outcomeCases: readonly ConformanceCase[] = [
  accepted('200 with JSON', answer(200, { body: '{"id":"x","n":1}' }), {
    httpStatus: 200,
    response: { id: 'x', n: 1 },
  }),
  accepted('201', answer(201), { httpStatus: 201 }),
  accepted('202', answer(202), { httpStatus: 202 }),
  accepted('204', answer(204, { body: '' }), { httpStatus: 204, response: null }),
  accepted('200, empty', emptyBody(200), { response: null }),
  accepted('200, half a body', halfBody(200), { response: null }),
  accepted('200, cut after the head', cutAfterStatus(200), { response: null }),
  accepted('200, reset after the head', cutAfterStatus(200, { by: 'reset' }), { response: null }),
  accepted('200, HTML', html(200), { response: null }),
  accepted('200, 1 MB of HTML', html(200, { bytes: megabyte }), { response: null }),
  accepted('200, 50 MB', hugeBody(200, { bytes: 50 * megabyte }), { response: null }),
  accepted('200, not UTF-8', notUtf8(200)),
  accepted('200, called a picture', wrongContentType(200), { response: { status: 'ok' } }),
  accepted('200, the server repeats __proto__', answer(200, { body: '{"__proto__":{"x":1}}' }), {
    response: null,
  }),
  failed('302', redirect(302), 'unexpected-response', 'not-placed'),
  failed('307', redirect(307), 'unexpected-response', 'not-placed'),
  failed('308', redirect(308), 'unexpected-response', 'not-placed'),
  failed('400', refuse(400, 'to is not a number we can call'), 'rejected', 'not-placed'),
  failed('415', answer(415), 'rejected', 'not-placed'),
  failed('422', refuse(422, 'variables are wrong'), 'rejected', 'not-placed'),
  failed('418', answer(418), 'rejected', 'not-placed'),
  failed('402', answer(402), 'plan-limit', 'not-placed'),
  failed('403', answer(403), 'forbidden', 'not-placed'),
  failed('400, half a body', halfBody(400), 'rejected', 'not-placed'),
  triedTwice('401', answer(401), 'unauthorized'),
  triedTwice('404', answer(404), 'not-found'),
  triedTwice('410', answer(410), 'not-found'),
  failed('408 after acceptance', answer(408, { accept: true }), 'outcome-unknown', 'unknown'),
  failed('409 after acceptance', answer(409, { accept: true }), 'outcome-unknown', 'unknown'),
  failed('425', answer(425), 'outcome-unknown', 'unknown'),
  failed('500', answer(500), 'outcome-unknown', 'unknown'),
  failed('500 after acceptance', answer(500, { accept: true }), 'outcome-unknown', 'unknown'),
  failed('502, HTML', html(502), 'outcome-unknown', 'unknown'),
  failed('503 after acceptance', answer(503, { accept: true }), 'outcome-unknown', 'unknown'),
  failed('503, cut after the head', cutAfterStatus(503), 'outcome-unknown', 'unknown'),
  failed('504, 1 MB of HTML', html(504, { bytes: megabyte }), 'outcome-unknown', 'unknown'),
  failed('599', answer(599), 'outcome-unknown', 'unknown'),
  failed('429', answer(429), 'rate-limited', 'not-placed'),
  failed(
    '429 with Retry-After',
    answer(429, { headers: { 'retry-after': '7' } }),
    'rate-limited',
    'not-placed',
  ),
  {
    name: 'reset before it was read',
    call,
    faults: [reset({ unread: true })],
    error: { code: 'outcome-unknown', outcome: 'unknown' },
  },
  failed('reset before acceptance', reset(), 'outcome-unknown', 'unknown'),
  failed('reset after acceptance', reset({ accept: true }), 'outcome-unknown', 'unknown'),
  failed('closed after acceptance', closeWithoutAnswer({ accept: true }), 'outcome-unknown', 'unknown'),
  failed('an answer that is no HTTP', garbage({ accept: true }), 'outcome-unknown', 'unknown'),
  {
    name: '404, and the other version is unknown',
    call,
    faults: [answer(404), answer(503, { accept: true })],
    arrives: ['v1alpha1', 'v1'],
    error: { code: 'outcome-unknown', outcome: 'unknown' },
  },
  {
    name: '401, and the other version is refused for another reason',
    call,
    faults: [answer(401), answer(402)],
    arrives: ['v1alpha1', 'v1'],
    error: { code: 'plan-limit', outcome: 'not-placed' },
  },
  {
    name: '404, and the other version says 401: the first one counts',
    call,
    faults: [answer(404), answer(401)],
    arrives: ['v1alpha1', 'v1'],
    error: { code: 'not-found', outcome: 'not-placed' },
  },
];
