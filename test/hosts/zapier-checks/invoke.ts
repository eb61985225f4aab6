import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { includes, same } from '../support/report';
import { connection, type Bench } from './bench';

/** The steps that Zapier's documentation names for trying an app on one's own machine. */
export async function checkInvoke(bench: Bench): Promise<void> {
  const { report, sandbox, tool, app } = bench;
  const fields = Object.entries(connection(bench));
  writeFileSync(join(app, '.env'), fields.map(([key, value]) => `authData_${key}='${value}'\n`).join(''));
  const place = (input: object) =>
    tool(
      'invoke',
      'create',
      'place_outbound_call',
      '--non-interactive',
      '-i',
      JSON.stringify({ outbound_api: sandbox.phoneNumberId, ...input }),
    );
  report.section('`zapier-platform invoke`, on the copy');

  await report.check('`invoke auth test`', async () => {
    sandbox.reset();
    const { code, text } = await tool('invoke', 'auth', 'test', '--non-interactive');
    same(code, 0, `The exit code (${text})`);
    includes(text, `"project": "${sandbox.projectId}"`, `"server": "${new URL(sandbox.url).host}"`);
    same(sandbox.requests.length, 1, 'The number of requests');
  });
  await report.check('`invoke auth label`: the tool says that it cannot, and runs the test', async () => {
    const { code, text } = await tool('invoke', 'auth', 'label', '--non-interactive');
    same(code, 0, `The exit code (${text})`);
    includes(text, 'Function-based connection label is not supported yet', sandbox.projectId);
  });
  await report.check('`invoke create` with a user’s own words: accepted, {{…}} kept', async () => {
    sandbox.reset();
    const variables = { first_name: 'Ada {{Countess}}' };
    const { code, text } = await place({ to: '(212) 555-0100', default_country: 'US', variables });
    same(code, 0, `The exit code (${text})`);
    includes(text, '"status": "accepted"', '"to": "+12125550100"');
    same(
      sandbox.calls.map(({ to, variables: sent }) => [to, sent]),
      [['+12125550100', variables]],
    );
  });
  await report.check('`invoke create` with a bad number: our sentence, and nothing leaves', async () => {
    sandbox.reset();
    const { code, text } = await place({ to: '+45 12' });
    same(code, 2, 'The exit code');
    includes(text, '“Phone Number”', 'No call was placed');
    same(
      sandbox.requests.filter(({ path }) => path.endsWith('/outbound')),
      [],
      'What reached the sandbox',
    );
    return text
      .split('\n')
      .find((line) => line.includes('“Phone Number”'))
      ?.trim();
  });
}
