import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { explainQuestion, isCallError } from '../../../../shared';
import { callerFor } from '../connection/caller';

/** One field for each variable of the agent; if they cannot be listed, the reason stands there. */
export async function agentVariables(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
  try {
    const caller = await callerFor(this);
    const variables = await caller.agentVariables();
    return {
      emptyFieldsNotice: 'This agent declares no variables. Choose “Names and Values” to send your own.',
      // The name alone: n8n has no place for a description here, and cuts a long label off.
      fields: variables.map(({ name }) => ({
        id: name,
        displayName: name,
        required: false,
        defaultMatch: false,
        canBeUsedToMatch: false,
        display: true,
        // Text, whatever the type: n8n would convert “007” to 7, the core converts after the agent's type.
        type: 'string',
      })),
    };
  } catch (error) {
    if (!isCallError(error)) return { fields: [], emptyFieldsNotice: String(error) };
    const { what, fix } = explainQuestion(error);
    return { fields: [], emptyFieldsNotice: `The agent’s variables are not shown as fields. ${what} ${fix}` };
  }
}
