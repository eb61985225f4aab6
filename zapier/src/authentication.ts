import type { Authentication, Bundle, ZObject } from 'zapier-platform-core';
import { defaultBaseUrl, explainQuestion, fields, isCallError } from '../../shared';
import { callerFor } from './connection';

/** Proves key and project without placing a call. */
async function test(z: ZObject, bundle: Bundle): Promise<{ project: string; server: string }> {
  try {
    const caller = callerFor(z, bundle);
    await caller.check();
    const { projectId, baseUrl } = caller.connection;
    return { project: projectId ?? '', server: new URL(baseUrl('runtime-api')).host };
  } catch (error) {
    if (!isCallError(error)) throw error;
    const { what, fix } = explainQuestion(error);
    throw new z.errors.Error(`${what} ${fix}`, error.code, error.httpStatus ?? undefined);
  }
}

/** Tells connections apart without showing a secret: the project, and the server if it is not Voiceflow's. */
function connectionLabel(
  _z: ZObject,
  bundle: Bundle<{ project?: string; server?: string }>,
): Promise<string> {
  const { project = '', server = '' } = bundle.inputData;
  const parts = [
    project === '' ? 'Voiceflow' : `Project ${project}`,
    ...(server === '' || server.endsWith('voiceflow.com') ? [] : [server]),
  ];
  return Promise.resolve(parts.join(' on '));
}

export const authentication = {
  type: 'custom',
  test,
  connectionLabel,
  fields: [
    {
      key: 'api_key',
      label: fields.apiKey.label,
      type: 'password',
      required: true,
      helpText: `${fields.apiKey.help} [How to find it](https://docs.voiceflow.com).`,
    },
    {
      key: 'project_id',
      label: fields.projectId.label,
      type: 'string',
      required: false,
      isNoSecret: true,
      placeholder: fields.projectId.placeholder,
      helpText: `${fields.projectId.help} [How to find it](https://docs.voiceflow.com).`,
    },
    {
      key: 'base_url',
      label: fields.baseUrl.label,
      type: 'string',
      required: false,
      isNoSecret: true,
      default: defaultBaseUrl,
      helpText: fields.baseUrl.help,
    },
    {
      key: 'api_version',
      label: fields.apiVersion.label,
      type: 'string',
      required: false,
      isNoSecret: true,
      default: 'auto',
      choices: [
        { value: 'auto', sample: 'auto', label: 'Automatic' },
        { value: 'v1', sample: 'v1', label: 'v1 (2026)' },
        { value: 'v1alpha1', sample: 'v1alpha1', label: 'v1alpha1 (2025)' },
      ],
      helpText: fields.apiVersion.help,
    },
  ],
} satisfies Authentication;
