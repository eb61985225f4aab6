import type { Host } from '../host';
import { askVoiceflow, type Question } from './ask-voiceflow';
import type { Connection } from './connection';

const limits = { timeoutMs: 10_000, longestBody: 16 * 1024 };

/**
 * The request that proves a connection without placing a call. With a project id it asks for the project's
 * newest transcript, which proves the project too; without one, for the state of a user who does not exist.
 * Neither can check the id of a phone number.
 */
function connectionQuestion(connection: Pick<Connection, 'baseUrl' | 'projectId'>): Question {
  if (connection.projectId === null) {
    return {
      ...limits,
      method: 'GET',
      url: `${connection.baseUrl('general-runtime')}/state/user/connection-test`,
      headers: {},
      answers: {
        400: {
          code: 'unauthorized',
          field: 'apiKey',
          happened: 'Voiceflow did not accept the API key.',
          howToFix:
            'Copy the key again from Voiceflow (Settings > API keys) into “API Key” of the connection.',
        },
      },
    };
  }
  return {
    ...limits,
    method: 'POST',
    url: `${connection.baseUrl('analytics-api')}/v1/transcript/project/${connection.projectId}?take=1`,
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
    answers: {
      404: {
        code: 'not-found',
        field: 'projectId',
        happened: 'Voiceflow does not know this project.',
        howToFix: 'Copy “Project ID” again from Voiceflow: Settings > General > Metadata.',
      },
    },
  };
}

/**
 * Proves a connection without placing a call.
 * @throws CallError that names the field to correct
 */
export async function checkConnection(connection: Connection, host: Host): Promise<void> {
  await askVoiceflow(connectionQuestion(connection), connection, host);
}
