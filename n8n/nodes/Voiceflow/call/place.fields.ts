import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { countries, fields, timeoutBounds } from '../../../../shared';

const show = { resource: ['call'], operation: ['place'] };

const countryOptions: INodePropertyOptions[] = countries.map(({ code, label }) => ({
  name: label,
  value: code,
}));

const callFields: INodeProperties[] = [
  {
    displayName:
      'Executing this node <b>rings a real phone</b>. Switch on “Dry Run” under Options to test without a call. Call only people who agreed to automated calls.',
    name: 'notice',
    type: 'notice',
    default: '',
    displayOptions: { show },
  },
  {
    displayName: fields.outboundApi.label,
    name: 'outboundApi',
    type: 'string',
    required: true,
    default: '',
    placeholder: fields.outboundApi.placeholder,
    description: fields.outboundApi.help,
    displayOptions: { show },
  },
  {
    displayName: fields.to.label,
    name: 'to',
    type: 'string',
    required: true,
    default: '',
    placeholder: fields.to.placeholder,
    description: fields.to.help,
    displayOptions: { show },
  },
  {
    displayName: fields.defaultCountry.label,
    name: 'defaultCountry',
    type: 'options',
    options: [{ name: '- None -', value: '' }, ...countryOptions],
    default: '',
    description: fields.defaultCountry.help,
    displayOptions: { show },
  },
];

const variableFields: INodeProperties[] = [
  {
    displayName: fields.variables.label,
    name: 'variablesMode',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Names and Values', value: 'fields' },
      { name: 'Fields of the Agent', value: 'agent' },
      { name: 'JSON', value: 'json' },
    ],
    default: 'fields',
    description: fields.variables.help,
    displayOptions: { show },
  },
  {
    displayName: fields.variables.label,
    name: 'variableFields',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
    placeholder: 'Add Variable',
    default: {},
    displayOptions: { show: { ...show, variablesMode: ['fields'] } },
    options: [
      {
        displayName: 'Variable',
        name: 'variable',
        values: [
          {
            displayName: 'Name',
            name: 'name',
            type: 'string',
            default: '',
            placeholder: 'e.g. first_name',
            description: 'As it is written in Voiceflow',
          },
          { displayName: 'Value', name: 'value', type: 'string', default: '' },
        ],
      },
    ],
  },
  {
    displayName: fields.agentVariables.label,
    name: 'agentVariables',
    type: 'resourceMapper',
    noDataExpression: true,
    default: { mappingMode: 'defineBelow', value: null },
    description: fields.agentVariables.help,
    typeOptions: {
      loadOptionsDependsOn: ['outboundApi'],
      resourceMapper: {
        resourceMapperMethod: 'agentVariables',
        mode: 'add',
        fieldWords: { singular: 'variable', plural: 'variables' },
        addAllFields: true,
        multiKeyMatch: false,
        supportAutoMap: true,
      },
    },
    displayOptions: { show: { ...show, variablesMode: ['agent'] } },
  },
  {
    displayName: 'Variables (JSON)',
    name: 'variablesJson',
    type: 'json',
    default: '{}',
    placeholder: 'e.g. {"first_name": "Ada", "visits": 3}',
    displayOptions: { show: { ...show, variablesMode: ['json'] } },
  },
];

const collections: INodeProperties[] = [
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add Option',
    default: {},
    displayOptions: { show },
    options: [
      {
        displayName: fields.detectAnsweringMachine.label,
        name: 'detectAnsweringMachine',
        type: 'boolean',
        default: true,
        description: `Whether to ${lowerFirst(fields.detectAnsweringMachine.help)}`,
      },
      {
        displayName: fields.dryRun.label,
        name: 'dryRun',
        type: 'boolean',
        default: true,
        description: `Whether to ${lowerFirst(fields.dryRun.help)}`,
      },
    ],
  },
  {
    displayName: 'Calling Policy',
    name: 'callingPolicy',
    type: 'collection',
    placeholder: 'Add Rule',
    default: {},
    displayOptions: { show },
    options: [
      {
        displayName: fields.requireValidNumber.label,
        name: 'requireValidNumber',
        type: 'boolean',
        default: true,
        description: `Whether to ${lowerFirst(fields.requireValidNumber.help)}`,
      },
    ],
  },
  {
    displayName: 'Delivery',
    name: 'delivery',
    type: 'collection',
    placeholder: 'Add Setting',
    default: {},
    displayOptions: { show },
    options: [
      {
        displayName: fields.timeout.label,
        name: 'timeout',
        type: 'number',
        typeOptions: { minValue: timeoutBounds.min, maxValue: timeoutBounds.max },
        default: timeoutBounds.fallback,
        description: fields.timeout.help,
      },
    ],
  },
];

/** n8n words a switch as “Whether to …”. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export const placeFields: INodeProperties[] = [...callFields, ...variableFields, ...collections];
