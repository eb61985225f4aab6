import { authorizationFor } from '../endpoint/dialect';
import { invalidSetting } from '../setting';
import { services } from './base-url';
import type { Connection } from './connection';

/**
 * The Authorization header of a request. The key goes to the connection's own services and nowhere else: n8n
 * lets the author of a workflow use a credential for a request to any address.
 * @throws CallError `invalid-setting`
 */
export function authorize(url: string, { apiKey, baseUrl }: Pick<Connection, 'apiKey' | 'baseUrl'>): string {
  const origin = URL.canParse(url) ? new URL(url).origin : null;
  if (services.some((service) => baseUrl(service) === origin)) return authorizationFor(url, apiKey);
  throw invalidSetting(
    'baseUrl',
    'other-host',
    'is not the server that this request goes to, so the API key is not sent',
    'Use the key for Voiceflow only, or change “Base URL” in the connection.',
  );
}
