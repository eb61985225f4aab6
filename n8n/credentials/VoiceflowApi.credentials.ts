import type {
  Icon,
  ICredentialDataDecryptedObject,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { authorize, defaultBaseUrl, fields, parseConnection } from '../../shared';

export class VoiceflowApi implements ICredentialType {
  name = 'voiceflowApi';

  displayName = 'Voiceflow API';

  icon: Icon = { light: 'file:voiceflow.svg', dark: 'file:voiceflow.dark.svg' };

  documentationUrl = 'https://github.com/voiceflow-outbound-calls/voiceflow-outbound-calls#install-in-n8n';

  properties: INodeProperties[] = [
    {
      displayName: fields.apiKey.label,
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: fields.apiKey.help,
    },
    {
      displayName: fields.projectId.label,
      name: 'projectId',
      type: 'string',
      default: '',
      placeholder: fields.projectId.placeholder,
      description: fields.projectId.help,
    },
    {
      displayName: fields.baseUrl.label,
      name: 'baseUrl',
      type: 'string',
      default: defaultBaseUrl,
      description: fields.baseUrl.help,
    },
    {
      displayName: fields.apiVersion.label,
      name: 'apiVersion',
      type: 'options',
      options: [
        { name: 'Automatic', value: 'auto' },
        { name: 'v1 (2026)', value: 'v1' },
        { name: 'v1alpha1 (2025)', value: 'v1alpha1' },
      ],
      default: 'auto',
      description: fields.apiVersion.help,
    },
  ];

  /** The form of the header follows the URL: the two versions of the API write it differently. */
  authenticate = async (
    credentials: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> => {
    return await Promise.resolve({
      ...request,
      headers: { ...request.headers, Authorization: authorize(request.url, parseConnection(credentials)) },
    });
  };
}
