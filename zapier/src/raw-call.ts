import type { RawCall } from '../../shared';

/** Starts the key of a field that stands for one of the agent's variables. */
export const variablePrefix = 'variable__';

/** The step's fields in the core's names. Nothing is checked here: that is the core's work. */
export function readCall(inputData: Readonly<Record<string, unknown>>): RawCall {
  const variableFields = Object.entries(inputData).filter(([key]) => key.startsWith(variablePrefix));
  return {
    outboundApi: inputData['outbound_api'],
    to: inputData['to'],
    defaultCountry: inputData['default_country'],
    requireValidNumber: inputData['require_valid_number'],
    agentVariables: Object.fromEntries(
      variableFields.map(([key, value]) => [key.slice(variablePrefix.length), value]),
    ),
    variables: inputData['variables'],
    detectAnsweringMachine: inputData['detect_answering_machine'],
    dryRun: inputData['dry_run'],
  };
}
