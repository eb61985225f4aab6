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
    agentVariables: Object.fromEntries(
      variableFields.map(([key, value]) => [key.slice(variablePrefix.length), value]),
    ),
    variables: inputData['variables'],
    detectAnsweringMachine: inputData['detect_answering_machine'],
    dryRun: inputData['dry_run'],
    deduplicationKey: inputData['deduplication_key'],
    requireValidNumber: inputData['require_valid_number'],
    ...readPolicy(inputData),
  };
}

const policyKeys = {
  allowed_countries: 'allowedCountries',
  block_costly_numbers: 'blockCostlyNumbers',
  calling_hours_start: 'callingHoursStart',
  calling_hours_end: 'callingHoursEnd',
  calling_days: 'callingDays',
  time_zone: 'timeZone',
  consent: 'consent',
  do_not_call: 'doNotCall',
  when_not_allowed: 'whenNotAllowed',
} as const;

/** Only the rules that are there: one that was mapped counts, even if this person's value is empty. */
function readPolicy(inputData: Readonly<Record<string, unknown>>): Partial<RawCall> {
  const used = Object.entries(policyKeys).filter(([key]) => key in inputData);
  return Object.fromEntries(used.map(([key, name]) => [name, inputData[key]]));
}
