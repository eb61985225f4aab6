import { createKeyLocks } from '../../../shared';
import { createVirtualTime } from '../../support/virtual-time';

const never = new AbortController().signal;

test('those with the same key go one after the other, in the order of arrival', async () => {
  const time = createVirtualTime();
  const locks = createKeyLocks();
  const log: string[] = [];
  const work = (name: string, ms: number) => async (): Promise<string> => {
    log.push(`${name} starts`);
    await time.sleep(ms, never);
    log.push(`${name} ends`);
    return name;
  };
  const done = Promise.all([
    locks.run('key', work('first', 9)),
    locks.run('key', work('second', 1)),
    locks.run('other', work('third', 5)),
  ]);
  expect(await time.run(done)).toEqual(['first', 'second', 'third']);
  expect(log).toEqual([
    'first starts',
    'third starts',
    'third ends',
    'first ends',
    'second starts',
    'second ends',
  ]);
});

test('one that fails holds up nobody, and its error is its own', async () => {
  const locks = createKeyLocks();
  const failed = locks.run('key', () => Promise.reject(new Error('mine')));
  const after = locks.run('key', () => Promise.resolve('fine'));
  await expect(failed).rejects.toThrow('mine');
  expect(await after).toBe('fine');
  expect(await locks.run('key', () => Promise.resolve('again'))).toBe('again');
});

test('a key that comes again while its last owner leaves still waits for those before it', async () => {
  const locks = createKeyLocks();
  const log: number[] = [];
  let inside = 0;
  const work = (id: number) => async (): Promise<void> => {
    inside += 1;
    expect(inside).toBe(1);
    await Promise.resolve();
    log.push(id);
    inside -= 1;
  };
  const first = locks.run('key', work(1)).then(() => locks.run('key', work(3)));
  await Promise.all([first, locks.run('key', work(2))]);
  expect(log).toEqual([1, 2, 3]);
});

test('a key that nobody waits for takes no memory', async () => {
  const remove = jest.spyOn(Map.prototype, 'delete');
  try {
    const locks = createKeyLocks();
    await Promise.all([1, 2, 3].map(() => locks.run('key', () => Promise.resolve())));
    expect(remove.mock.calls.filter(([key]) => key === 'key')).toHaveLength(1);
  } finally {
    remove.mockRestore();
  }
});
