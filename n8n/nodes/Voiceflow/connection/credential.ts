import type { ICredentialDataDecryptedObject, IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { unreadable } from '../unreadable';

/**
 * The data of the node's credential.
 * @throws CallError `invalid-setting`
 */
export async function readCredential(
  context: IExecuteFunctions | ILoadOptionsFunctions,
): Promise<ICredentialDataDecryptedObject> {
  try {
    return await context.getCredentials('voiceflowApi');
  } catch (error) {
    throw unreadable('the credential', error, 'Check the credential of this node, and run it again.');
  }
}
