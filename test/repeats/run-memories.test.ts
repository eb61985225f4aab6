import { memoryOf } from '../../n8n/nodes/Voiceflow/repeats/run-memories';

const hour = 3_600_000;

test('a memory belongs to one node of one execution', () => {
  const memory = memoryOf('1', 'node', 0);
  expect(memoryOf('1', 'node', hour)).toBe(memory);
  expect(memoryOf('1', 'another node', hour)).not.toBe(memory);
  expect(memoryOf('2', 'node', hour)).not.toBe(memory);
  expect(memoryOf(undefined, 'node', hour)).not.toBe(memoryOf(undefined, 'node', hour));
});

test('a memory that nobody has used for half a day is dropped', () => {
  const memory = memoryOf('old', 'node', 0);
  memoryOf('new', 'node', 12 * hour + 1);
  expect(memoryOf('old', 'node', 12 * hour + 1)).not.toBe(memory);
});

test('a pass that takes longer than that keeps its memory for Retry On Fail', () => {
  // 20,000 people on 10 lines take a day, and all this time the pass writes into its memory.
  jest.useFakeTimers({ now: 100 * hour });
  const memory = memoryOf('long', 'node', Date.now());
  for (let passed = 0; passed < 24; passed += 1) {
    jest.advanceTimersByTime(hour);
    memory.set(`call ${passed}`, null);
    memoryOf(`other ${passed}`, 'node', Date.now());
  }
  expect(memoryOf('long', 'node', Date.now())).toBe(memory);
  jest.useRealTimers();
});
