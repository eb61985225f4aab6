import { invalidSetting, isEmpty } from '../setting';

/** The services of Voiceflow that are used, by the first label of their host name. */
export const services = ['runtime-api', 'analytics-api', 'api', 'general-runtime'] as const;
export type Service = (typeof services)[number];

/** The origin of a service, such as `https://runtime-api.voiceflow.com`. */
export type BaseUrl = (service: Service) => string;

export const defaultBaseUrl = 'https://{service}.voiceflow.com';

const placeholder = '{service}';
/** Labels of letters, digits and hyphens (RFC 1123), or an IPv6 address. */
const hostName = /^(?:\[[\da-f:.]+\]|(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)*[a-z\d](?:[a-z\d-]*[a-z\d])?)$/;
/** Reached without leaving the machine, or the machine that runs Docker: the only places for plain http. */
const local = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|host\.docker\.internal)$/;

/**
 * Reads the base URL of a connection: an origin, with `{service}` as the first label of its host or without
 * it, in which case one origin serves everything (a sandbox or a proxy). Empty means Voiceflow's cloud.
 * @throws CallError `invalid-setting`
 */
export function parseBaseUrl(input: unknown): BaseUrl {
  const text = isEmpty(input) ? defaultBaseUrl : typeof input === 'string' ? input.trim() : '';
  // The placeholder is no host name; a real service stands in for it while the rest is checked.
  const hasPlaceholder = text.includes(`://${placeholder}.`);
  const sample = text.replace(`://${placeholder}.`, '://runtime-api.');
  const url = URL.canParse(sample) ? new URL(sample) : null;
  if (url === null || !/^https?:\/\/[^{}\s\\]+$/i.test(sample) || !hostName.test(url.hostname)) {
    throw refused('not-a-url', 'is not a web address', `Use ${defaultBaseUrl} or an address of that form.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw refused('credentials', 'holds a user name or password', 'Remove everything before the host name.');
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw refused('path', 'has a path', 'Use the address of the server alone, without anything after it.');
  }
  if (url.protocol !== 'https:' && !local.test(url.hostname)) {
    throw refused(
      'not-https',
      'does not start with https://',
      'Use https, so that nobody on the way sees the key.',
    );
  }
  if (!hasPlaceholder) return () => url.origin;
  return (service) => url.origin.replace('://runtime-api.', `://${service}.`);
}

function refused(reason: string, problem: string, howToFix: string): ReturnType<typeof invalidSetting> {
  return invalidSetting('baseUrl', reason, problem, howToFix);
}
