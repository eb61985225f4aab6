import { defineInputFields, type InputFieldGroup } from 'zapier-platform-core';
import { fields } from '../../../shared';
import { agentVariableFields } from './agent-variable-fields';
import { countryChoices, policyInputFields } from './policy-fields';

export const inputFieldGroups: InputFieldGroup[] = [
  { key: 'call', label: 'Call', emphasize: true },
  { key: 'variables', label: 'What the Agent Knows' },
  { key: 'policy', label: 'Calling Policy' },
  { key: 'repeats', label: 'Repeats' },
];

export const inputFields = defineInputFields([
  {
    key: 'notice',
    type: 'copy',
    group: 'call',
    helpText:
      'Testing this step **rings a real phone**. Choose “Dry Run” to test without a call. Call only people who agreed to automated calls; [read what you are responsible for](https://docs.voiceflow.com).',
  },
  {
    key: 'outbound_api',
    label: fields.outboundApi.label,
    type: 'text',
    required: true,
    group: 'call',
    placeholder: fields.outboundApi.placeholder,
    helpText: `${fields.outboundApi.help} [How to find it](https://docs.voiceflow.com).`,
  },
  {
    key: 'to',
    label: fields.to.label,
    type: 'string',
    required: true,
    group: 'call',
    placeholder: fields.to.placeholder,
    helpText: fields.to.help,
  },
  {
    key: 'default_country',
    label: fields.defaultCountry.label,
    type: 'string',
    required: false,
    group: 'call',
    choices: countryChoices,
    helpText: fields.defaultCountry.help,
  },
  {
    key: 'detect_answering_machine',
    label: fields.detectAnsweringMachine.label,
    type: 'boolean',
    required: false,
    group: 'call',
    helpText: fields.detectAnsweringMachine.help,
  },
  {
    key: 'dry_run',
    label: fields.dryRun.label,
    type: 'boolean',
    required: false,
    group: 'call',
    helpText: fields.dryRun.help,
  },
  agentVariableFields,
  {
    key: 'variables',
    label: 'Other Variables',
    dict: true,
    required: false,
    group: 'variables',
    helpText:
      'Variables of the agent that have no field above: the name on the left, the value on the right.',
  },
  ...policyInputFields,
  {
    key: 'deduplication_key',
    label: fields.deduplicationKey.label,
    type: 'string',
    required: false,
    group: 'repeats',
    placeholder: fields.deduplicationKey.placeholder,
    helpText: fields.deduplicationKey.help,
  },
  {
    key: 'repeat_window_hours',
    label: fields.repeatWindowHours.label,
    type: 'integer',
    required: false,
    group: 'repeats',
    helpText: `${fields.repeatWindowHours.help} Without it, only a run of which nobody knows the outcome is recognised.`,
  },
]);
