import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { agentVariables } from './call/agent-variables';
import { callResource } from './call/call.description';
import { placeCalls } from './call/place.execute';
import { placeFields } from './call/place.fields';
import { voiceflowConnection } from './connection/credential-test';

export class Voiceflow implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Voiceflow',
    name: 'voiceflow',
    icon: { light: 'file:voiceflow.svg', dark: 'file:voiceflow.dark.svg' },
    group: ['output'],
    version: 1,
    subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
    description:
      'Place an outbound phone call in which a Voiceflow agent talks to the person. It rings a real person, who must have agreed to automated calls.',
    defaults: { name: 'Voiceflow' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'voiceflowApi', required: true, testedBy: 'voiceflowConnection' }],
    properties: [...callResource, ...placeFields],
  };

  methods = {
    credentialTest: { voiceflowConnection },
    resourceMapping: { agentVariables },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return [await placeCalls.call(this)];
  }
}
