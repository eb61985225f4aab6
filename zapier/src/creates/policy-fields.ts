import { defineInputFields } from 'zapier-platform-core';
import { callingDays, countries, fields } from '../../../shared';

export const countryChoices = countries.map(({ code, label }) => ({ value: code, sample: code, label }));
const dayChoices = callingDays.map(({ value, label }) => ({ value, sample: value, label }));

/** Who may be called and when, in the order in which people think of it. */
export const policyInputFields = defineInputFields([
  {
    key: 'consent',
    label: fields.consent.label,
    // Text, since Zapier's booleans read every unknown word as a yes.
    type: 'string',
    required: false,
    group: 'policy',
    helpText: fields.consent.help,
  },
  {
    key: 'do_not_call',
    label: fields.doNotCall.label,
    type: 'text',
    list: true,
    required: false,
    group: 'policy',
    placeholder: fields.doNotCall.placeholder,
    helpText: fields.doNotCall.help,
  },
  {
    key: 'allowed_countries',
    label: fields.allowedCountries.label,
    type: 'string',
    list: true,
    required: false,
    group: 'policy',
    choices: countryChoices,
    helpText: fields.allowedCountries.help,
  },
  {
    key: 'block_costly_numbers',
    label: fields.blockCostlyNumbers.label,
    type: 'boolean',
    required: false,
    default: 'true',
    group: 'policy',
    helpText: fields.blockCostlyNumbers.help,
  },
  {
    key: 'require_valid_number',
    label: fields.requireValidNumber.label,
    type: 'boolean',
    required: false,
    group: 'policy',
    helpText: fields.requireValidNumber.help,
  },
  {
    key: 'calling_hours_start',
    label: fields.callingHoursStart.label,
    type: 'string',
    required: false,
    group: 'policy',
    placeholder: fields.callingHoursStart.placeholder,
    helpText: fields.callingHoursStart.help,
  },
  {
    key: 'calling_hours_end',
    label: fields.callingHoursEnd.label,
    type: 'string',
    required: false,
    group: 'policy',
    placeholder: fields.callingHoursEnd.placeholder,
    helpText: fields.callingHoursEnd.help,
  },
  {
    key: 'calling_days',
    label: fields.callingDays.label,
    type: 'string',
    list: true,
    required: false,
    group: 'policy',
    choices: dayChoices,
    helpText: fields.callingDays.help,
  },
  {
    key: 'time_zone',
    label: fields.timeZone.label,
    type: 'string',
    required: false,
    group: 'policy',
    placeholder: fields.timeZone.placeholder,
    helpText: fields.timeZone.help,
  },
  {
    key: 'when_not_allowed',
    label: fields.whenNotAllowed.label,
    type: 'string',
    required: false,
    default: 'skip',
    group: 'policy',
    choices: [
      { value: 'skip', sample: 'skip', label: 'Skip the call' },
      { value: 'fail', sample: 'fail', label: 'Stop with an error' },
    ],
    helpText: fields.whenNotAllowed.help,
  },
]);
