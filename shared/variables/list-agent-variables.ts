import { CallError } from '../call-error';
import { askVoiceflow } from '../connection/ask-voiceflow';
import type { Connection } from '../connection/connection';
import type { Host } from '../host';
import { tryJson } from '../http/server-words';
import { readAgentVariables, type AgentVariable } from './agent-variable';

/** A whole agent is several megabytes; twice this and a call’s 20 s stay below the 30 s of a Zapier step. */
const limits = { timeoutMs: 4_000, longestBody: 32 * 1024 * 1024 };

/**
 * Lists the variables that the published agent declares (or the draft, if none is published), by name.
 * @throws CallError; with `field` `projectId` when the connection has no project
 */
export async function listAgentVariables(connection: Connection, host: Host): Promise<AgentVariable[]> {
  if (connection.projectId === null) {
    throw new CallError('The connection has no project ID, so the agent’s variables cannot be listed.', {
      code: 'invalid-setting',
      outcome: 'not-placed',
      field: 'projectId',
      reason: 'empty',
      howToFix: 'Add “Project ID” to the connection, or enter the variables by name.',
    });
  }
  try {
    return await readExport('production', connection, connection.projectId, host);
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'not-found') throw error;
    return await readExport('development', connection, connection.projectId, host);
  }
}

async function readExport(
  version: 'production' | 'development',
  connection: Connection,
  projectId: string,
  host: Host,
): Promise<AgentVariable[]> {
  const question = {
    ...limits,
    method: 'GET' as const,
    url: `${connection.baseUrl('api')}/v2/versions/${version}/export`,
    headers: { projectid: projectId },
    answers: {
      404: {
        code: 'not-found' as const,
        field: 'projectId' as const,
        happened: 'Voiceflow does not know this project.',
        howToFix: 'Copy “Project ID” again from Voiceflow: Settings > General > Metadata.',
      },
    },
  };
  const { text, complete } = await askVoiceflow(question, connection, host);
  const variables = complete ? readAgentVariables(tryJson(text)) : null;
  if (variables !== null) return variables;
  throw new CallError('The agent’s variables could not be read from Voiceflow’s answer.', {
    code: 'unexpected-response',
    outcome: 'not-placed',
    howToFix: 'Try again; until then, enter the variables by name.',
  });
}
