import type { INodeProperties } from 'n8n-workflow';

export const callResource: INodeProperties[] = [
  {
    displayName: 'Resource',
    name: 'resource',
    type: 'options',
    noDataExpression: true,
    options: [{ name: 'Call', value: 'call' }],
    default: 'call',
  },
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: ['call'] } },
    options: [
      {
        name: 'Place',
        value: 'place',
        // An AI agent sees this as the description of its tool, with “ in Voiceflow” behind it.
        action: 'Place an outbound call to a real person with an agent',
        description: 'Have a Voiceflow agent phone a person',
      },
    ],
    default: 'place',
  },
];
