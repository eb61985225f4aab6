import fc from 'fast-check';
import { isCallError, type CallOutcome } from '../../shared';
import { crash, crashes } from './crash';

function reportOf(outcome: CallOutcome): string {
  if (outcome === null) return 'not started';
  if ('result' in outcome) return outcome.result.status;
  return isCallError(outcome.error) ? outcome.error.code : String(outcome.error);
}

test('a process that dies at any step leaves nobody to be rung twice, and no tale of a call that never was', async () => {
  let deaths = 0;
  await fc.assert(
    fc.asyncProperty(crashes, async (plan) => {
      const { died, rungBefore, rungAfter, second } = await crash(plan);
      if (died) deaths += 1;
      const broken = second.flatMap((outcome, person) => {
        const before = rungBefore[person] ?? 0;
        const after = rungAfter[person] ?? 0;
        const report = reportOf(outcome);
        const fair =
          before + after <= 1 &&
          (report !== 'accepted' || after === 1) &&
          (report !== 'skipped' || before === 1) &&
          (before === 0 || report === 'skipped' || report === 'outcome-unknown') &&
          (after === 0 || report === 'accepted' || report === 'outcome-unknown');
        return fair ? [] : [`person ${person} was rung ${before}, then ${after} times, and was ${report}`];
      });
      expect(broken).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(deaths).toBeGreaterThan(50);
}, 600_000);
