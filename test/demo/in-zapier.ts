import { performMethod, runZapier } from '../support/zapier-app';
import type { ZapierCache } from '../support/zapier-cache';
import { endingOf, type DemoConnection, type Product } from './scenario';

// Without it, Zapier's handler prints its memory use and replaces Node's HTTP client, which n8n needs as it is.
const quiet = { calledFromCli: true };

/** The built app in Zapier's own handler, as a step of a Zap. */
export function zapierWith(connection: DemoConnection, cache: ZapierCache): Product {
  const { apiKey, projectId, baseUrl, outboundApi } = connection;
  const account = { ...quiet, rpc_base: cache.url, token: 'a token of Zapier' };
  const authData = { api_key: apiKey, project_id: projectId, base_url: baseUrl, api_version: 'auto' };
  return {
    name: 'Zapier',
    async place({ to, defaultCountry, agentVariables = {}, variables, dryRun }) {
      const fields = Object.entries(agentVariables).map(([name, value]) => [`variable__${name}`, value]);
      const inputData = {
        outbound_api: outboundApi,
        to,
        default_country: defaultCountry,
        ...(Object.fromEntries(fields) as Record<string, unknown>),
        variables,
        ...(dryRun === undefined ? {} : { dry_run: dryRun }),
      };
      try {
        return endingOf(await runZapier(performMethod, { authData, inputData }, account));
      } catch (error) {
        const { code, message } = error as { code?: unknown; message?: unknown };
        return { ends: String(code), words: String(message) };
      }
    },
  };
}
