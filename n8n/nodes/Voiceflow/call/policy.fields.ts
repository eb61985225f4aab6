import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { callingDays, countries, fields } from '../../../../shared';
import { whether } from './wording';

export const countryOptions: INodePropertyOptions[] = countries.map(({ code, label }) => ({
  name: label,
  value: code,
}));
const dayOptions: INodePropertyOptions[] = callingDays.map(({ label, value }) => ({ name: label, value }));

const whenNotAllowedOptions: INodePropertyOptions[] = [
  { name: 'Skip the Call', value: 'skip', description: 'The item says why, and the workflow goes on' },
  { name: 'Stop With an Error', value: 'fail', description: 'The item counts as failed' },
];

/** Who may be called and when, in the order in which people think of it. */
const policyOptions: INodeProperties[] = [
  {
    displayName: fields.consent.label,
    name: 'consent',
    type: 'string',
    default: '',
    description: fields.consent.help,
  },
  {
    displayName: fields.doNotCall.label,
    name: 'doNotCall',
    type: 'string',
    typeOptions: { rows: 3 },
    default: '',
    placeholder: fields.doNotCall.placeholder,
    description: fields.doNotCall.help,
  },
  {
    displayName: fields.allowedCountries.label,
    name: 'allowedCountries',
    type: 'multiOptions',
    options: countryOptions,
    default: [],
    description: fields.allowedCountries.help,
  },
  {
    displayName: fields.blockCostlyNumbers.label,
    name: 'blockCostlyNumbers',
    type: 'boolean',
    default: true,
    description: whether(fields.blockCostlyNumbers.help),
  },
  {
    displayName: fields.requireValidNumber.label,
    name: 'requireValidNumber',
    type: 'boolean',
    default: true,
    description: whether(fields.requireValidNumber.help),
  },
  {
    displayName: fields.callingHoursStart.label,
    name: 'callingHoursStart',
    type: 'string',
    default: '09:00',
    placeholder: fields.callingHoursStart.placeholder,
    description: fields.callingHoursStart.help,
  },
  {
    displayName: fields.callingHoursEnd.label,
    name: 'callingHoursEnd',
    type: 'string',
    default: '20:00',
    placeholder: fields.callingHoursEnd.placeholder,
    description: fields.callingHoursEnd.help,
  },
  {
    displayName: fields.callingDays.label,
    name: 'callingDays',
    type: 'multiOptions',
    options: dayOptions,
    default: [],
    description: fields.callingDays.help,
  },
  {
    displayName: fields.timeZone.label,
    name: 'timeZone',
    type: 'string',
    default: '',
    placeholder: fields.timeZone.placeholder,
    description: fields.timeZone.help,
  },
  {
    displayName: fields.whenNotAllowed.label,
    name: 'whenNotAllowed',
    type: 'options',
    options: whenNotAllowedOptions,
    default: 'skip',
    description: fields.whenNotAllowed.help,
  },
];

export const policyCollection: INodeProperties = {
  displayName: 'Calling Policy',
  name: 'callingPolicy',
  type: 'collection',
  placeholder: 'Add Rule',
  default: {},
  // A name, since n8n's linter wants literal lists in alphabetical order: the end would come before the start.
  options: policyOptions,
};
