import { invalidSetting, isEmpty } from '../setting';

/**
 * The two documented generations of the outbound endpoint ("Outbound calls", 2025; "Outbound calling", 2026).
 * They differ in the version in the path and in the form of the Authorization header.
 */
export const dialects = {
  v1alpha1: { pathStart: '/v1alpha1/phone-number/', authorization: (key: string) => `Bearer ${key}` },
  v1: { pathStart: '/v1/phone-number/', authorization: (key: string) => key },
} as const;

export type Dialect = keyof typeof dialects;

/** The order in which `auto` tries them. */
export const dialectOrder = ['v1alpha1', 'v1'] as const satisfies readonly Dialect[];

export function otherDialect(dialect: Dialect): Dialect {
  return dialect === 'v1' ? 'v1alpha1' : 'v1';
}

/** The path of the outbound endpoint of one phone number. */
export function outboundPath(dialect: Dialect, phoneNumberId: string): string {
  return `${dialects[dialect].pathStart}${phoneNumberId}/outbound`;
}

/**
 * The Authorization header of a request. It follows the URL, so that an adapter can sign any request of the
 * core without knowing what it is for: Voiceflow's other services take the raw key.
 */
export function authorizationFor(url: string, apiKey: string): string {
  const { pathname } = new URL(url);
  const dialect = dialectOrder.find((name) => pathname.startsWith(dialects[name].pathStart)) ?? 'v1';
  return dialects[dialect].authorization(apiKey);
}

/**
 * Reads the API version of a connection; `null` is automatic.
 * @throws CallError `invalid-setting`
 */
export function parseApiVersion(input: unknown): Dialect | null {
  if (isEmpty(input) || input === 'auto') return null;
  const dialect = dialectOrder.find((name) => name === input);
  if (dialect !== undefined) return dialect;
  throw invalidSetting(
    'apiVersion',
    'unknown-version',
    'is not a known version',
    'Use auto, v1alpha1 or v1.',
  );
}
