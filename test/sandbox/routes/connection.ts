import { Refusal, checkAuthorization, checkContentType, parseJsonObject } from '../checks';
import type { Route } from '../exchange';
import { answer, refuse } from '../faults';

const TAKE = /^([1-9]\d?|100)$/;

/** `POST /v1/transcript/project/<project id>?take=1`: is this key good for this project? */
export const transcripts: Route = {
  method: 'POST',
  pattern: /^\/v1\/transcript\/project\/([^/]+)$/,
  async handle(exchange, state, [projectId]) {
    const { request, query } = exchange;
    const body = await exchange.readBody();
    if (body === null) return null;
    const unauthorized = checkAuthorization(request, state.apiKey);
    if (unauthorized !== null) return unauthorized;
    if (projectId !== state.projectId) return refuse(404, 'Project not found.');
    if (!TAKE.test(query.get('take') ?? '')) return refuse(400, '"take" must be a number from 1 to 100.');

    // The documented body is `{}`, and some HTTP clients send nothing in its place.
    if (body.length > 0) {
      const wrongType = checkContentType(request);
      if (wrongType !== null) return wrongType;
      const filter = parseJsonObject(body);
      if (filter instanceof Refusal) return filter.answer;
    }
    return answer(200, { body: '{"transcripts":[]}' });
  },
};

/** `GET /state/user/<any user id>`: is this key good at all? */
export const userState: Route = {
  method: 'GET',
  pattern: /^\/state\/user\/([^/]+)$/,
  async handle(exchange, state) {
    if ((await exchange.readBody()) === null) return null;
    return (
      checkAuthorization(exchange.request, state.apiKey) ??
      answer(200, { body: '{"stack":[],"storage":{},"variables":{}}' })
    );
  },
};
