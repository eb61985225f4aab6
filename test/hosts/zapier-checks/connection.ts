import { freePort } from '../support/processes';
import { includes, same } from '../support/report';
import { connection, execute, type Bench } from './bench';

const agentFields = [
  'variable__account_type',
  'variable__appointment',
  'variable__is_premium',
  'variable__open_invoices',
  'variable__order_numbers',
  'variable__scores',
  'variable__user_name',
];

/** Connection test, label and fields, as Zapier's editor gets them from the unpacked app. */
export async function checkConnection(bench: Bench): Promise<void> {
  const { report, sandbox } = bench;
  const good = connection(bench);
  const { host } = new URL(sandbox.url);
  report.section('Connection and fields, from the unpacked zip');

  await report.check('Connection test: a good key', async () => {
    sandbox.reset();
    const { results } = await execute(bench, 'authentication.test');
    same(results, { project: sandbox.projectId, server: host });
    same([sandbox.calls.length, sandbox.requests.length], [0, 1], 'Calls and requests');
  });
  await report.check('Connection test: a bad key', async () => {
    const wrong = { ...good, api_key: 'VF.DM.65f0c0ffee0ddba11ca11000.wrong' };
    const { error } = await execute(bench, 'authentication.test', {}, wrong);
    includes(error?.message, 'did not accept the API key');
    if (error?.message.includes(wrong.api_key) === true) throw new Error('The message shows the key');
    return sentence(error?.message);
  });
  await report.check('Connection test: no server', async () => {
    const nowhere = { ...good, base_url: `http://127.0.0.1:${await freePort()}` };
    const { error } = await execute(bench, 'authentication.test', {}, nowhere);
    includes(error?.message, 'could not be reached', 'Base URL');
    return sentence(error?.message);
  });
  await report.check('The label names project and server, and no key', async () => {
    const tested = { project: sandbox.projectId, server: host };
    const { results } = await execute(bench, 'authentication.connectionLabel', tested);
    same(results, `Project ${sandbox.projectId} on ${host}`);
    return String(results);
  });
  await report.check('One field for each variable of the agent', async () => {
    sandbox.reset();
    const { results } = await execute(bench, 'creates.place_outbound_call.operation.inputFields');
    const keys = (results as { key: string }[]).map(({ key }) => key);
    same(
      keys.filter((key) => key.startsWith('variable__')),
      agentFields,
    );
    includes(keys.join(' '), 'outbound_api', 'to', 'variables', 'repeat_window_hours');
    same(sandbox.calls, [], 'What was called');
    return `${keys.length} fields in all`;
  });
  await report.check('Without a project, the reason stands where the fields would be', async () => {
    const method = 'creates.place_outbound_call.operation.inputFields';
    const { results } = await execute(bench, method, {}, { ...good, project_id: '' });
    const fields = results as { key: string; helpText?: string }[];
    const note = fields.find(({ key }) => key === 'agent_variables_missing')?.helpText;
    includes(note, 'Project ID', 'The step works without them.');
    return note;
  });
}

/** The part of Zapier's JSON that a person reads. */
function sentence(message = ''): string {
  try {
    return String((JSON.parse(message) as { message: unknown }).message);
  } catch {
    return message;
  }
}
