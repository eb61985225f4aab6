import { same } from '../support/report';
import { picture, type EditorBench } from './bench';

const agentVariables = [
  'account_type',
  'appointment',
  'is_premium',
  'open_invoices',
  'order_numbers',
  'scores',
  'user_name',
];

/** The fields that every call needs, and those that the agent declares. */
export async function checkVariables(bench: EditorBench): Promise<void> {
  const { report, sandbox, editor } = bench;
  report.section('Fill the panel in');

  await report.check('The help beside “Phone Number” says how to write one', async () => {
    return await editor.help('to', 'country calling code');
  });

  await report.check('Outbound API and phone number', async () => {
    await editor.type('outboundApi', sandbox.phoneNumberId);
    await editor.typeExpression('to', '$json.phone');
    await editor.part('node-credentials-slot').scrollIntoViewIfNeeded();
    return await picture(bench, 'node');
  });

  await report.check('“Fields of the Agent” shows one field for each variable', async () => {
    const choices = await editor.openList('variablesMode');
    same(choices, ['Names and Values', 'Fields of the Agent', 'JSON']);
    await editor.pick('Fields of the Agent');
    await editor.field('user_name').waitFor();
    const fields = editor.part('mapping-fields-container').locator('[data-test-id^="remove-field-button-"]');
    same(await fields.count(), agentVariables.length, 'The number of fields');
    for (const name of agentVariables) await editor.field(name).waitFor();
    same(sandbox.calls, [], 'What was called');
    return `${agentVariables.length} fields`;
  });

  await report.check('Two of them are filled in', async () => {
    await editor.type('open_invoices', '3');
    await editor.typeExpression('user_name', '$json.name');
    await editor.field('user_name').scrollIntoViewIfNeeded();
    return await picture(bench, 'agent-variables');
  });
}
