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
    ...readPolicy(inputData),
  };
}

/** Who may be called and when. A consent field that was mapped counts, even if this person's value is empty. */
function readPolicy(inputData: Readonly<Record<string, unknown>>): Partial<RawCall> {
  return {
    requireValidNumber: inputData['require_valid_number'],
    allowedCountries: inputData['allowed_countries'],
    blockCostlyNumbers: inputData['block_costly_numbers'],
    callingHoursStart: inputData['calling_hours_start'],
    callingHoursEnd: inputData['calling_hours_end'],
    callingDays: inputData['calling_days'],
    timeZone: inputData['time_zone'],
    ...('consent' in inputData ? { consent: inputData['consent'] } : {}),
    doNotCall: inputData['do_not_call'],
    whenNotAllowed: inputData['when_not_allowed'],
  };
}
