import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { deliveryBounds, fields, timeoutBounds } from '../../../../shared';

const skipRepeatsOptions: INodePropertyOptions[] = [
  {
    name: 'Within This Execution',
    value: 'run',
    description:
      'Retries, loops and duplicate items do not ring twice, within one n8n process; a new execution does',
  },
  {
    name: 'For Some Hours',
    value: 'window',
    description:
      'The same, and across executions of this workflow, also after a crash and with several workers',
  },
  { name: 'Never', value: 'off', description: 'Every item rings, also when n8n tries the node again' },
];

const bounds = { ...deliveryBounds, timeout: timeoutBounds };

function numberField(name: keyof typeof bounds): INodeProperties {
  const { min, max, fallback } = bounds[name];
  return {
    displayName: fields[name].label,
    name,
    type: 'number',
    typeOptions: { minValue: min, maxValue: max },
    default: fallback,
    description: fields[name].help,
  };
}

const deliveryOptions: INodeProperties[] = [
  {
    displayName: fields.skipRepeats.label,
    name: 'skipRepeats',
    type: 'options',
    options: skipRepeatsOptions,
    default: 'run',
    description: fields.skipRepeats.help,
  },
  {
    ...numberField('repeatWindowHours'),
    displayOptions: { show: { skipRepeats: ['window'] } },
  },
  {
    displayName: fields.deduplicationKey.label,
    name: 'deduplicationKey',
    type: 'string',
    default: '',
    placeholder: fields.deduplicationKey.placeholder,
    description: fields.deduplicationKey.help,
  },
  numberField('concurrency'),
  numberField('callsPerSecond'),
  numberField('waitForFreeLine'),
  numberField('timeout'),
];

export const deliveryCollection: INodeProperties = {
  displayName: 'Delivery',
  name: 'delivery',
  type: 'collection',
  placeholder: 'Add Setting',
  default: {},
  options: deliveryOptions,
};
