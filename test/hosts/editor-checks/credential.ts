import { includes, same } from '../support/report';
import { picture, type EditorBench } from './bench';

/** From an empty place in a workflow to a node that is connected. */
export async function checkCredential(bench: EditorBench): Promise<void> {
  const { report, sandbox, page, editor, workflowId } = bench;
  report.section('Add the node and its credential');

  await report.check('The node is found by its name, with one action', async () => {
    await editor.logIn();
    await editor.openWorkflow(workflowId);
    await editor.part('canvas-handle-plus').last().click();
    await editor.part('node-creator-search-bar').fill('voiceflow');
    await editor.part('node-creator-item-name').filter({ hasText: 'Voiceflow' }).click();
    const actions = editor.part('node-creator-item-name').filter({ hasText: 'outbound call' });
    await actions.waitFor();
    const [action = ''] = await actions.allInnerTexts();
    await actions.click();
    return `“${action.trim()}”`;
  });

  await report.check('Its panel opens with the operation chosen', async () => {
    await editor.part('execute-previous-node').first().click();
    await editor.field('operation').waitFor();
    const chosen = ['resource', 'operation'].map((name) =>
      editor.field(name).locator('input').first().inputValue(),
    );
    same(await Promise.all(chosen), ['Call', 'Place']);
    includes(await editor.part('node-parameters').innerText(), 'rings a real phone');
  });

  const dialog = editor.part('editCredential-modal');
  const success = dialog.locator('text=Connection tested successfully');

  await report.check('A wrong key: the dialog says what is wrong', async () => {
    await editor.part('node-credentials-empty-state').locator('button').first().click();
    await editor.type('apiKey', 'VF.DM.65f0c0ffee0ddba11ca11000.wrong');
    await editor.type('projectId', sandbox.projectId);
    await editor.type('baseUrl', sandbox.url);
    await editor.part('credential-save-button').first().click();
    await dialog.locator('text=More details').click();
    const words = dialog.locator('text=/Voiceflow .*key/').filter({ visible: true }).first();
    await words.waitFor();
    return (await words.innerText()).replaceAll('\n', ' ');
  });

  await report.check('The right key: n8n tests it and says that it works', async () => {
    await editor.type('apiKey', sandbox.apiKey);
    await editor.part('credential-save-button').first().click();
    // n8n closes the dialog of a credential that works; opened again, it says so.
    await dialog.waitFor({ state: 'hidden' });
    await editor.part('credential-edit-button').first().click();
    await success.waitFor();
    const seen = await picture(bench, 'credential');
    same(sandbox.calls, [], 'What was called');
    return seen;
  });

  await report.check('The panel names the credential, and the input beside it', async () => {
    await page.locator('[aria-label="Close this dialog"]').filter({ visible: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    includes(await editor.part('ndv-input-panel').innerText(), 'Ada Lovelace', '+1 212 555 0100');
    same(
      await editor.part('node-credentials-select').locator('input').first().inputValue(),
      'Voiceflow account',
    );
  });
}
