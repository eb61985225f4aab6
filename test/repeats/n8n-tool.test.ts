import { startSandbox, type Sandbox } from '../sandbox';
import { createN8nEngine, outputOf, type N8nEngine } from '../support/n8n-engine';
import { runNode } from '../n8n/support';
import { people, runList } from './n8n-list';

const [phone = ''] = people(1);
let engine: N8nEngine;
let sandbox: Sandbox;
beforeAll(async () => {
  engine = await createN8nEngine();
});
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await sandbox.close();
});

/** n8n makes the type of a tool out of ours by appending “Tool”. */
async function offerAsTool(): Promise<void> {
  const { CustomDirectoryLoader } = await import('n8n-core');
  const original = CustomDirectoryLoader.prototype.getNode;
  jest.spyOn(CustomDirectoryLoader.prototype, 'getNode').mockImplementation(function (
    this: never,
    name: string,
  ) {
    return original.call(this, name.replace(/Tool$/, ''));
  });
}

async function say(words: string, executionId: string, type = 'CUSTOM.voiceflow'): Promise<unknown> {
  const parameters = { variablesMode: 'json', variablesJson: JSON.stringify({ words }) };
  const run = await runList(engine, sandbox, {
    phones: [phone],
    parameters,
    executionId,
    settings: { type },
  });
  return outputOf(run)[0]?.json;
}

test('a model that repeats a call with other words rings once', async () => {
  await offerAsTool();
  const first = await say('Your order is ready', 'agent', 'CUSTOM.voiceflowTool');
  const second = await say('Hello! Your order can be picked up.', 'agent', 'CUSTOM.voiceflowTool');

  expect(sandbox.calls).toHaveLength(1);
  expect(second).toEqual(first);
});

test('in a workflow, other words are another call', async () => {
  const items = ['Your order is ready', 'Your order is late'].map((words) => ({ to: phone, words }));
  const variables = { variablesMode: 'json', variablesJson: '={{ ({ words: $json.words }) }}' };
  await runNode(engine, sandbox, variables, { items });
  expect(sandbox.calls).toHaveLength(2);
});
