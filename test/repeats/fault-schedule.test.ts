import fc from 'fast-check';
import { brokenLaws } from './laws';
import { play } from './play-schedule';
import { schedules } from './schedule';

/** The long run is `npm run test:soak`. A failure prints its seed and its smallest schedule. */
test('whatever fails and whoever tries again, nobody is rung twice and what happened is told', async () => {
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      expect(brokenLaws(schedule, await play(schedule))).toEqual([]);
    }),
    { numRuns: 100 },
  );
}, 600_000);
