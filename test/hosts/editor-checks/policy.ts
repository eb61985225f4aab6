import { same } from '../support/report';
import { picture, type EditorBench } from './bench';

/** As people think of them; n8n's linter would have had the end before the start. */
const rules = [
  'Consent',
  'Do-Not-Call List',
  'Allowed Countries',
  'Block Costly Numbers',
  'Require Valid Number',
  'Calling Hours Start',
  'Calling Hours End',
  'Calling Days',
  'Time Zone',
  'When Not Allowed',
];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const weekend = ['Saturday', 'Sunday'];

/** Who may be called and when. */
export async function checkPolicy(bench: EditorBench): Promise<void> {
  const { report, page, editor } = bench;

  await report.check('“Add Rule” offers the rules in the order people think of them', async () => {
    same(await editor.openAdding('Add Rule'), rules);
    await page.keyboard.press('Escape');
    return rules.join(', ');
  });

  await report.check('Calling Days: Monday first', async () => {
    await editor.add('Add Rule', 'Consent');
    await editor.typeExpression('consent', '$json.agreed');
    await editor.add('Add Rule', 'Calling Hours Start');
    await editor.add('Add Rule', 'Calling Hours End');
    await editor.add('Add Rule', 'Calling Days');
    same(await editor.openList('callingDays'), [...weekdays, ...weekend]);
    for (const day of weekdays) await editor.pick(day);
    await editor.leaveField();
  });

  await report.check('The rules, with hours already filled in', async () => {
    const hours = ['callingHoursStart', 'callingHoursEnd'].map((name) =>
      editor.field(name).locator('input').first().inputValue(),
    );
    same(await Promise.all(hours), ['09:00', '20:00']);
    await page.locator('input[placeholder="Add Rule"]').hover();
    await editor.part('node-feature-request').scrollIntoViewIfNeeded();
    return await picture(bench, 'calling-policy');
  });

  await report.check('Any hour of any day, so that this check may run at night, too', async () => {
    await editor.type('callingHoursStart', '00:00');
    await editor.type('callingHoursEnd', '24:00');
    await editor.openList('callingDays');
    for (const day of weekend) await editor.pick(day);
    await editor.leaveField();
  });
}
