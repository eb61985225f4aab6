import type { RawCall } from '../../shared';

/** Starts the key of a field that stands for one of the agent's variables. */
export const variablePrefix = 'variable__';

/** The step's fields in the core's names; variables and their fields apart. */
const names = {
  outbound_api: 'outboundApi',
  to: 'to',
  default_country: 'defaultCountry',
  detect_answering_machine: 'detectAnsweringMachine',
  dry_run: 'dryRun',
  deduplication_key: 'deduplicationKey',
  require_valid_number: 'requireValidNumber',
  allowed_countries: 'allowedCountries',
  block_costly_numbers: 'blockCostlyNumbers',
  calling_hours_start: 'callingHoursStart',
  calling_hours_end: 'callingHoursEnd',
  calling_days: 'callingDays',
  time_zone: 'timeZone',
  consent: 'consent',
  do_not_call: 'doNotCall',
  when_not_allowed: 'whenNotAllowed',
} as const satisfies Record<string, keyof RawCall>;

/**
 * What the step got, in the core's names. Nothing is checked here: that is the core's work. Only what is there, since a
 * rule that was mapped counts, even if this person's value is empty.
 */
export function readCall(inputData: Readonly<Record<string, unknown>>): RawCall {
  const used = Object.entries(names).filter(([key]) => key in inputData);
  const variableFields = Object.entries(inputData).filter(([key]) => key.startsWith(variablePrefix));
  return {
    ...Object.fromEntries(used.map(([key, name]) => [name, inputData[key]])),
    ...readVariables(inputData['variables']),
    agentVariables: Object.fromEntries(
      variableFields.map(([key, value]) => [key.slice(variablePrefix.length), value]),
    ),
  };
}

/** Rows of names and values, which Zapier delivers as an object; a row that nobody filled in among them. */
function readVariables(dict: unknown): Pick<RawCall, 'variables' | 'variableRows'> {
  if (typeof dict !== 'object' || dict === null || Array.isArray(dict)) return { variables: dict };
  return { variableRows: Object.entries(dict).map(([name, value]) => ({ name, value: value as unknown })) };
}
