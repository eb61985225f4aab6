import type {
  ICredentialsDecrypted,
  ICredentialTestFunctions,
  ICredentialType,
  ILoadOptionsFunctions,
  INodeType,
  ResourceMapperFields,
} from 'n8n-workflow';
import type { Answer, Job } from './job';
import { additionalData, workflowFor, type Workflows } from './old-engine';

export type Core = typeof import('n8n-core');

/** What the package declares. */
export interface Types {
  readonly node: INodeType;
  readonly credential: ICredentialType;
}

/** Asks what the editor asks: does the credential work, and which fields has the agent? */
export async function editorAnswers(
  core: Core,
  workflows: Workflows,
  types: Types,
  { credential }: Job,
): Promise<Pick<Answer, 'credentialTest' | 'fields'>> {
  const { credentialTest, resourceMapping } = types.node.methods ?? {};
  const context = new core.CredentialTestContext();
  const test = credentialTest?.['voiceflowConnection'] as (
    this: ICredentialTestFunctions,
    decrypted: ICredentialsDecrypted,
  ) => Promise<{ status: string; message: string }>;
  const decrypted = { id: '1', name: 'Voiceflow', type: 'voiceflowApi', data: credential };

  const { workflow, node } = workflowFor(workflows, types, {});
  const loading = new core.LoadOptionsContext(workflow, node, additionalData(types, credential), '');
  const list = resourceMapping?.['agentVariables'] as (
    this: ILoadOptionsFunctions,
  ) => Promise<ResourceMapperFields>;
  const { fields, emptyFieldsNotice = '' } = await list.call(loading as unknown as ILoadOptionsFunctions);
  return {
    credentialTest: await test.call(context, decrypted),
    fields: { ids: fields.map(({ id }) => id), notice: emptyFieldsNotice },
  };
}
