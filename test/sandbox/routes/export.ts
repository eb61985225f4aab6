import { agentExport } from '../agent-export';
import { checkAuthorization } from '../checks';
import type { Route } from '../exchange';
import { answer, refuse } from '../faults';

/** `GET /v2/versions/<production or development>/export`: the whole agent, its variables at the root. */
export const exportVersion: Route = {
  method: 'GET',
  pattern: /^\/v2\/versions\/([^/]+)\/export$/,
  async handle(exchange, state, [alias]) {
    if ((await exchange.readBody()) === null) return null;
    const unauthorized = checkAuthorization(exchange.request, state.apiKey);
    if (unauthorized !== null) return unauthorized;

    const { projectid } = exchange.request.headers;
    if (projectid === undefined) return refuse(400, 'The header "projectid" is missing.');
    if (projectid !== state.projectId) return refuse(404, 'Project not found.');
    if (alias !== 'production' && alias !== 'development') return refuse(404, 'Version not found.');
    const agent = agentExport(state.projectId, state.variables, state.legacyExport);
    return answer(200, { body: JSON.stringify(agent) });
  },
};
