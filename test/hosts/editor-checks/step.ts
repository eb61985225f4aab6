import { arrivals } from '../support/witness';
import { includes, same } from '../support/report';
import { picture, type EditorBench } from './bench';

/** The button “Execute step”: a call that is accepted, and a number that is refused. */
export async function checkStep(bench: EditorBench): Promise<void> {
  const { report, sandbox, editor } = bench;
  report.section('Run the step');
  const output = editor.part('output-panel');

  await report.check('The step places one call and shows what became of it', async () => {
    await editor.part('node-execute-button').first().click();
    await editor.part('node-run-status-success').waitFor();
    await output.locator('[data-test-id=radio-button-schema]').click();
    await editor.part('node-credentials-slot').scrollIntoViewIfNeeded();
    const seen = await picture(bench, 'output');
    includes(await output.innerText(), '1 item', 'accepted', '+12125550100', 'US', 'Ada Lovelace');
    return seen;
  });

  await report.check('What reached the sandbox: this person, with these two variables', () => {
    same(
      sandbox.calls.map(({ to, variables }) => ({ to, variables })),
      [{ to: '+12125550100', variables: { user_name: 'Ada Lovelace', open_invoices: 3 } }],
    );
  });

  await report.check('A number without a country: the error says how to mend it', async () => {
    await editor.retype('to', '32 12 34 56');
    await editor.part('node-execute-button').first().click();
    const message = editor.part('node-error-message');
    await message.waitFor();
    includes(await message.innerText(), '“Phone Number” does not say its country', 'No call was placed');
    const fix = await editor.part('node-error-description').innerText();
    includes(fix, 'Default Country');
    const seen = await picture(bench, 'error');
    same(arrivals(sandbox), ['+12125550100'], 'What reached the sandbox');
    return `${seen}: ${fix.trim()}`;
  });
}
