import { people } from '../support/people';
import { includes, same } from '../support/report';
import { arrivals } from '../support/witness';
import {
  node,
  voiceflow,
  webhook,
  type VoiceflowUse,
  type WorkflowDraft,
  type WorkflowNode,
} from '../support/workflows';
import { callWebhook, type Bench } from './bench';
import { startScriptedModel } from './scripted-model';

/** Version 2 runs its tools inside the agent, version 3 as nodes of their own: two ways through n8n's engine. */
const agentVersions = [2.2, 3.1];

/** The node in the hands of an AI agent, which fills in number and variables as it likes. */
export async function checkAgentTool(bench: Bench): Promise<void> {
  for (const version of agentVersions) await checkAgent(bench, version);
}

async function checkAgent(bench: Bench, version: number): Promise<void> {
  const { report, sandbox, api, use } = bench;
  report.section(`As a tool of an AI agent, version ${version}`);
  sandbox.reset();
  const [to = ''] = people(1);
  const model = await startScriptedModel([
    { phone_number: to, first_name: 'Ada' },
    { phone_number: to, first_name: 'Ada Lovelace' },
    { phone_number: '12', first_name: 'Ada' },
  ]);
  try {
    const openAi = await api.createCredential('Scripted model', 'openAiApi', {
      apiKey: 'none',
      url: model.url,
      header: false,
    });
    const path = `agent-${version}`;
    const id = await api.createWorkflow(agentWorkflow(path, version, openAi, toolNode(use)));
    await api.activate(id);
    const answer = await callWebhook(bench, path, { please: 'Call Ada.' });
    const execution = await api.finished(id);
    const [first, , third] = model.toolAnswers;

    await report.check('The agent runs to its end, and the model sees what the tool is', () => {
      const seen = [answer.status, execution.status, model.toolAnswers.length];
      same(seen, [200, 'success', 3], `Status, execution and number of tool answers (${answer.text})`);
      includes(JSON.stringify(model.tool), 'phone_number', 'first_name');
      return String(model.tool?.['description']);
    });
    await report.check('Its first call rings, and the model is told so', () => {
      includes(first, '"status":"accepted"', to);
    });
    await report.check('The same person with other words does not ring again', () => {
      same(arrivals(sandbox), [to], 'What reached the sandbox');
    });
    await report.check('For a bad number the model gets the reason and what to do', () => {
      includes(third, 'Phone Number', 'No call was placed', 'Write the whole number');
    });
  } finally {
    await model.close();
  }
}

function toolNode(use: VoiceflowUse): WorkflowNode {
  const tool = voiceflow(use, {
    to: "={{ $fromAI('phone_number', 'The number to call, with its country calling code', 'string') }}",
    variablesMode: 'fields',
    variableFields: {
      variable: [{ name: 'first_name', value: "={{ $fromAI('first_name', 'First name', 'string') }}" }],
    },
  });
  return { ...tool, type: `${tool.type}Tool` };
}

function agentWorkflow(
  path: string,
  version: number,
  credentialId: string,
  tool: WorkflowNode,
): WorkflowDraft {
  const trigger = webhook(path);
  const agent = node('AI Agent', '@n8n/n8n-nodes-langchain.agent', version, {
    promptType: 'define',
    text: '={{ $json.body.please }}',
    options: {},
  });
  const model = node(
    'Model',
    '@n8n/n8n-nodes-langchain.lmChatOpenAi',
    1.2,
    { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
    { credentials: { openAiApi: { id: credentialId, name: 'Scripted model' } } },
  );
  const to = (type: string) => ({ [type]: [[{ node: agent.name, type, index: 0 }]] });
  return {
    name: 'Agent',
    nodes: [trigger, agent, model, tool],
    connections: {
      [trigger.name]: to('main'),
      [model.name]: to('ai_languageModel'),
      [tool.name]: to('ai_tool'),
    },
  };
}
