import { startSandbox } from '../sandbox';
import { call } from '../sandbox/testing';
import type { Scenario } from './scenario';
import { problemsOf, watch, type Testimony } from './witness';

const scenario: Scenario = {
  title: 'A call',
  call: { to: '+12025550190' },
  arrives: { to: '+12025550190' },
  ends: 'accepted',
};

/** What a product would have shown that sends these requests and ends so. */
async function testimony(product: string, numbers: readonly string[], ends = 'accepted'): Promise<Testimony> {
  const sandbox = await startSandbox();
  try {
    const place = async (): Promise<{ ends: string; words: string }> => {
      for (const to of numbers) await call(sandbox, to);
      return { ends, words: 'as you wish' };
    };
    return await watch(sandbox, { name: product, place }, scenario.call);
  } finally {
    await sandbox.close();
  }
}

test('finds nothing where both did what was promised', async () => {
  const both = [await testimony('A', ['+12025550190']), await testimony('B', ['+12025550190'])];
  expect(problemsOf(scenario, both)).toEqual([]);
});

test.each([
  ['a call that was not placed', [], 'accepted', 'B sent 0 requests'],
  ['a second call', ['+12025550190', '+12025550190'], 'accepted', 'B sent 2 requests'],
  ['another number', ['+12025550191'], 'accepted', 'B sent {"to":"+12025550191"}'],
  ['another ending', ['+12025550190'], 'rejected', 'B ended in “rejected”'],
])('finds %s', async (_, numbers, ends, problem) => {
  const both = [await testimony('A', ['+12025550190']), await testimony('B', numbers, ends)];
  expect(problemsOf(scenario, both).join('\n')).toContain(problem);
});

test('finds a call where there should be none', async () => {
  const both = [await testimony('A', ['+12025550190']), await testimony('B', ['+12025550190'])];
  expect(problemsOf({ ...scenario, arrives: null }, both).join('\n')).toContain('A sent 1 requests');
});
