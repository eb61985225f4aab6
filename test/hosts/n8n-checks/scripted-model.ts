import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in for a language model does next: it calls its tool with these arguments. */
export type ToolUse = Readonly<Record<string, unknown>>;

interface Message {
  role: string;
  content: unknown;
  tool_calls?: unknown[];
}

interface Question {
  messages: Message[];
  tools?: { function: { name: string; description: string; parameters: unknown } }[];
}

export interface ScriptedModel {
  /** The address to type as the base URL of OpenAI. */
  readonly url: string;
  /** What the tools told the model, in their order. */
  readonly toolAnswers: string[];
  /** The tool as the model sees it. */
  readonly tool: Record<string, unknown> | null;
  close(): Promise<void>;
}

/** A model on loopback that follows a script: one use of the tool after the other, then it says "Done." */
export async function startScriptedModel(script: readonly ToolUse[]): Promise<ScriptedModel> {
  let toolAnswers: string[] = [];
  let tool: Record<string, unknown> | null = null;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { messages, tools = [] } = JSON.parse(Buffer.concat(chunks).toString()) as Question;
      const answers = messages.filter(({ role }) => role === 'tool');
      toolAnswers = answers.map(({ content }) =>
        typeof content === 'string' ? content : JSON.stringify(content),
      );
      tool = tools[0]?.function ?? null;
      const use = script[answers.length];
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify(completion(use === undefined ? 'Done.' : toolCall(tools[0]?.function.name, use))),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    get toolAnswers() {
      return toolAnswers;
    },
    get tool() {
      return tool;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

let callCount = 0;

function toolCall(name: string | undefined, use: ToolUse): object[] {
  callCount += 1;
  return [{ id: `call_${callCount}`, type: 'function', function: { name, arguments: JSON.stringify(use) } }];
}

/** An answer in the form of OpenAI's chat completions. */
function completion(says: string | object[]): object {
  const message =
    typeof says === 'string'
      ? { role: 'assistant', content: says }
      : { role: 'assistant', content: null, tool_calls: says };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'scripted',
    choices: [{ index: 0, message, finish_reason: typeof says === 'string' ? 'stop' : 'tool_calls' }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
}
