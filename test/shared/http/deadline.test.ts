import { setImmediate as tick } from 'node:timers/promises';
import { expired, startDeadline } from '../../../shared/http/deadline';
import { HandClock } from './hand-clock';

const never = new Promise<never>(() => undefined);

describe('a deadline', () => {
  it('is as long as it was told, and starts at once', () => {
    const clock = new HandClock();
    startDeadline(20_000, clock.sleep);
    expect(clock.sleepers.map(({ ms }) => ms)).toEqual([20_000]);
  });

  it('gives the outcome of what comes in time', async () => {
    const deadline = startDeadline(1000, new HandClock().sleep);
    await expect(deadline.race(Promise.resolve('done'))).resolves.toBe('done');
    await expect(deadline.race(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(deadline.signal.aborted).toBe(false);
  });

  it('ends what takes too long, and aborts the request', async () => {
    const clock = new HandClock();
    const deadline = startDeadline(1000, clock.sleep);
    const racing = deadline.race(never);
    expect(deadline.signal.aborted).toBe(false);
    clock.wakeAll();
    await expect(racing).resolves.toBe(expired);
    expect(deadline.signal.aborted).toBe(true);
    await expect(deadline.race(never)).resolves.toBe(expired);
  });

  it('is one for several steps', async () => {
    const clock = new HandClock();
    const deadline = startDeadline(1000, clock.sleep);
    await deadline.race(Promise.resolve('first'));
    await deadline.race(Promise.resolve('second'));
    expect(clock.sleepers).toHaveLength(1);
  });

  it('also ends where the platform’s sleep rejects', async () => {
    const clock = new HandClock();
    const deadline = startDeadline(1000, clock.sleep);
    const racing = deadline.race(never);
    for (const { fail } of clock.sleepers) fail();
    await expect(racing).resolves.toBe(expired);
    expect(deadline.signal.aborted).toBe(true);
  });

  it('swallows what is rejected too late', async () => {
    const clock = new HandClock();
    const deadline = startDeadline(1000, clock.sleep);
    let reject: (error: Error) => void = () => undefined;
    const late = new Promise<never>((_resolve, rejectLate) => (reject = rejectLate));
    const unhandled: unknown[] = [];
    const listen = (error: unknown): void => void unhandled.push(error);
    process.on('unhandledRejection', listen);
    try {
      const racing = deadline.race(late);
      clock.wakeAll();
      await expect(racing).resolves.toBe(expired);
      reject(new Error('too late'));
      await tick();
      await tick();
      expect(unhandled).toEqual([]);
    } finally {
      process.off('unhandledRejection', listen);
    }
  });

  it('that was stopped frees its timer and aborts nothing', async () => {
    const clock = new HandClock();
    const deadline = startDeadline(1000, clock.sleep);
    deadline.stop();
    await tick();
    expect(clock.sleepers[0]?.signal.aborted).toBe(true);
    expect(deadline.signal.aborted).toBe(false);
  });
});
