import { parseCallBody } from '../call-body';
import { Refusal, checkAuthorization, checkContentType } from '../checks';
import { now } from '../clock';
import type { Exchange, Route } from '../exchange';
import { placesCall } from '../fault';
import type { Fault } from '../fault';
import { answer, refuse } from '../faults';
import { faultFor } from '../magic-numbers';
import type { Dialect, SandboxState } from '../state';

/** `POST /v1alpha1/phone-number/<id>/outbound` and `POST /v1/phone-number/<id>/outbound`. */
export const outbound: Route = {
  method: 'POST',
  pattern: /^\/(v1alpha1|v1)\/phone-number\/([^/]+)\/outbound$/,
  async handle(exchange, state, [version, phoneNumberId = '']) {
    const dialect: Dialect = version === 'v1' ? 'v1' : 'v1alpha1';
    state.openCalls.enter(exchange.response);
    const refusal = checkHead(exchange, state, dialect, phoneNumberId);
    if (refusal === null && nextIsUnread(state)) return state.callFaults.shift() ?? null;

    const bytes = await exchange.readBody();
    if (bytes === null) return null;
    if (refusal !== null) return refusal;
    const body = parseCallBody(bytes);
    if (body instanceof Refusal) return body.answer;

    const fault = chooseFault(state, body.to);
    if (placesCall(fault)) {
      state.pool.take();
      state.calls.push({ at: now(), phoneNumberId, dialect, ...body });
      exchange.record.accepted = true;
    }
    return fault;
  },
};

function checkHead(exchange: Exchange, state: SandboxState, dialect: Dialect, id: string): Fault | null {
  const { request, query } = exchange;
  if (!state.dialects.includes(dialect)) return refuse(404, `There is no ${dialect} here.`);
  const unauthorized = checkAuthorization(
    request,
    dialect === 'v1' ? state.apiKey : `Bearer ${state.apiKey}`,
  );
  if (unauthorized !== null) return unauthorized;
  if (id !== state.phoneNumberId) return refuse(404, 'Phone number not found.');
  if (query.size > 0) return refuse(400, 'No query parameters are allowed.');
  return checkContentType(request);
}

function nextIsUnread(state: SandboxState): boolean {
  const next = state.callFaults[0];
  return next?.kind === 'reset' && next.unread;
}

/** Scripts win over magic numbers. A call that needs a line and finds none leaves its script in the queue. */
function chooseFault(state: SandboxState, to: string): Fault {
  const fault = state.callFaults[0] ?? faultFor(to) ?? answer(200);
  if (placesCall(fault) && !state.pool.hasFreeLine()) {
    const headers = state.retryAfter === undefined ? {} : { 'retry-after': state.retryAfter };
    return refuse(429, 'All lines are busy.', headers);
  }
  state.callFaults.shift();
  return fault;
}
