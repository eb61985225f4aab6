import { invalidSetting, isEmpty } from '../setting';
import { parseApiVersion, type Dialect } from '../endpoint/dialect';
import { parseApiKey } from './api-key';
import { parseBaseUrl, type BaseUrl } from './base-url';

/** What a person enters once, when they connect Voiceflow. */
export interface RawConnection {
  apiKey?: unknown;
  projectId?: unknown;
  baseUrl?: unknown;
  apiVersion?: unknown;
}

export interface Connection {
  readonly apiKey: string;
  readonly projectId: string | null;
  readonly baseUrl: BaseUrl;
  /** The version that the person chose; `null` is automatic. */
  readonly dialect: Dialect | null;
}

/**
 * Checks a connection.
 * @throws CallError `invalid-setting`
 */
export function parseConnection(raw: RawConnection): Connection {
  return {
    apiKey: parseApiKey(raw.apiKey),
    projectId: parseProjectId(raw.projectId),
    baseUrl: parseBaseUrl(raw.baseUrl),
    dialect: parseApiVersion(raw.apiVersion),
  };
}

function parseProjectId(input: unknown): string | null {
  if (isEmpty(input)) return null;
  const id = typeof input === 'string' ? input.trim() : '';
  if (/^[\da-f]{24}$/i.test(id)) return id.toLowerCase();
  throw invalidSetting(
    'projectId',
    'not-an-id',
    'is not the ID of a project',
    'Copy the 24 letters and digits from Voiceflow: Settings > General > Metadata.',
  );
}
