import type {
  ICredentialsDecrypted,
  ICredentialTestFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow';
import {
  authorize,
  createCaller,
  explainQuestion,
  isCallError,
  parseConnection,
  type Connection,
  type HttpClient,
} from '../../../../shared';
import { hostWith } from './caller';
import { toHttpResponse, type NodeStream } from './http-client';

/**
 * Proves the credential without placing a call. A function and not a declared request, so that a wrong base
 * URL, a mistyped key and a silent server are told apart, in the words that Zapier's users see too.
 */
export async function voiceflowConnection(
  this: ICredentialTestFunctions,
  credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
  try {
    const connection = parseConnection(credential.data ?? {});
    await createCaller(connection, hostWith(testClient(this, connection))).check();
    return { status: 'OK', message: 'Voiceflow accepts this key' };
  } catch (error) {
    if (!isCallError(error)) return { status: 'Error', message: String(error) };
    const { what, fix } = explainQuestion(error);
    return { status: 'Error', message: `${what} ${fix}` };
  }
}

/** The only client that n8n gives to a credential test; it knows nothing of the credential. */
function testClient({ helpers }: ICredentialTestFunctions, connection: Connection): HttpClient {
  return async ({ method, url, headers, body }) => {
    // n8n types the answer as `any`; with these options it is Node's own.
    const response = (await helpers.request({
      method,
      uri: url,
      headers: { ...headers, Authorization: authorize(url, connection) },
      ...(body === undefined ? {} : { body }),
      simple: false,
      followRedirect: false,
      resolveWithFullResponse: true,
      useStream: true,
    })) as { statusCode: number; headers: Record<string, unknown>; body: NodeStream };
    return toHttpResponse(response.statusCode, response.headers, response.body);
  };
}
