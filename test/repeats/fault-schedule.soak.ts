import fc from 'fast-check';
import { brokenLaws } from './laws';
import { play } from './play-schedule';
import { schedules } from './schedule';

const runs = Number(process.env['SOAK_RUNS'] ?? 2_000);

test(`${runs} schedules of faults`, async () => {
  let played = 0;
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      expect(brokenLaws(schedule, await play(schedule))).toEqual([]);
      played += 1;
      if (played % 100 === 0) process.stderr.write(`${played} of ${runs} schedules\n`);
    }),
    { numRuns: runs },
  );
}, 3_600_000);
