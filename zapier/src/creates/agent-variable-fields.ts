import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';
import { explainQuestion, isCallError, type AgentVariable } from '../../../shared';
import { callerFor } from '../connection';
import { variablePrefix } from '../raw-call';

/** One field for each variable of the connected agent; if they cannot be listed, the reason stands there. */
export async function agentVariableFields(z: ZObject, bundle: Bundle): Promise<PlainInputField[]> {
  try {
    const variables = await callerFor(z, bundle).agentVariables();
    return variables.map(toField);
  } catch (error) {
    if (!isCallError(error)) throw error;
    const { what, fix } = explainQuestion(error);
    return [
      {
        key: 'agent_variables_missing',
        type: 'copy',
        group: 'variables',
        helpText: `The agent’s variables are not shown as fields. ${what} ${fix} The step works without them.`,
      },
    ];
  }
}

function toField({ name, description, datatype, isArray }: AgentVariable): PlainInputField {
  const sentences = [
    description?.replace(/[.\s]*$/, '.'),
    datatype === 'any' ? undefined : `Type: ${datatype}.`,
  ];
  const help = sentences.filter((sentence) => sentence !== undefined).join(' ');
  return {
    key: variablePrefix + name,
    label: name,
    // Text, whatever the type: Zapier would turn “n/a” into a number, the core refuses it.
    type: 'string',
    list: isArray,
    required: false,
    group: 'variables',
    ...(help === '' ? {} : { helpText: help }),
  };
}
