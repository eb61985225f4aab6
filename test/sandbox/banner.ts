import type { Sandbox } from './index';
import { MAGIC_NUMBERS } from './magic-numbers';

export interface Listening {
  /** The pool, in words. */
  lines: string;
  /** The address to type in an n8n that runs in Docker; `null` when the sandbox listens on loopback only. */
  dockerUrl: string | null;
}

/** What to type where, and the numbers to try. */
export function banner(sandbox: Sandbox, { lines, dockerUrl }: Listening): string {
  const { url, apiKey, projectId, phoneNumberId } = sandbox;
  const docker = dockerUrl ?? 'start the sandbox with --host 0.0.0.0';
  return `
A local Voiceflow. It rings nobody.

Type this in the connection (Zapier) or the credential (n8n):
  Base URL       ${url}
  API key        ${apiKey}
  Project ID     ${projectId}
and this in the action or the node:
  Outbound API   ${phoneNumberId}

n8n in Docker:   ${docker}
Zapier online:   cannot reach this computer; run a tunnel that gives ${url} an https address
                 and type that as Base URL. The command-line tool of Zapier needs no tunnel.

${lines}
Every call is accepted, except to these numbers:

${table()}

An unreachable Voiceflow has no number: stop the sandbox, or type a wrong port.

Try it without Zapier or n8n:
  curl -i ${url}/v1alpha1/phone-number/${phoneNumberId}/outbound \\
    -H 'Authorization: Bearer ${apiKey}' -H 'Content-Type: application/json' \\
    -d '{"to": "+12025550199"}'

Requests appear below. Ctrl+C stops.
`;
}

function table(): string {
  const rows = MAGIC_NUMBERS.map(({ number, happens, report }) => [number, happens, report]);
  const heads = ['to', 'the sandbox answers', 'you should see'];
  const widths = heads.map((_, column) =>
    Math.max(...[heads, ...rows].map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
