import type { INodeProperties } from 'n8n-workflow';
import { fields } from '../../../../shared';
import { deliveryCollection } from './delivery.fields';
import { countryOptions, policyCollection } from './policy.fields';
import { whether } from './wording';

const show = { resource: ['call'], operation: ['place'] };

const callFields: INodeProperties[] = [
  {
    displayName:
      'Executing this node rings a real phone. Switch on “Dry Run” under Options to test without a call. Call only people who agreed to automated calls.',
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
    displayName: 'Send Variables As',
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
        description: whether(fields.detectAnsweringMachine.help),
      },
      {
        displayName: fields.dryRun.label,
        name: 'dryRun',
        type: 'boolean',
        default: true,
        description: whether(fields.dryRun.help),
      },
    ],
  },
  { ...policyCollection, displayOptions: { show } },
  { ...deliveryCollection, displayOptions: { show } },
];

export const placeFields: INodeProperties[] = [...callFields, ...variableFields, ...collections];
