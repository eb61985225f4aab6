import type { Host } from '../host';
import type { Claim, Ledger } from './ledger';

/** A store that knows only whether a text was recorded before, and cannot be asked without recording it. */
export interface RecordStore {
  /** Records all of them and returns those that were there already. */
  record(entries: readonly string[]): Promise<readonly string[]>;
  remove(entries: readonly string[]): Promise<void>;
}

const hourMs = 3_600_000;

/**
 * A ledger on a store without times: the hour is part of each entry, so a window is checked by asking for all
 * its hours at once and taking back what that recorded. If the process dies in between, an hour is left with
 * both its entries, which no call leaves behind: that counts as unknown, never as accepted.
 * The caller makes sure that no two claims of one store overlap.
 */
export function windowLedger(store: RecordStore, windowHours: number, host: Pick<Host, 'now'>): Ledger {
  const hourNow = (): number => Math.floor(host.now() / hourMs);
  const entry = (key: string, state: 'intent' | 'accepted', hour: number): string =>
    `${key}:${state}:${hour}`;
  /** The hour of an intent, which may be over when its outcome arrives. */
  const claimedIn = new Map<string, number>();

  return {
    async claim(key) {
      const now = hourNow();
      // From the next hour on: on the clock of another worker, it may have begun.
      const hours = Array.from({ length: windowHours + 2 }, (_, back) => now + 1 - back);
      const asked = hours.flatMap((hour) => [entry(key, 'intent', hour), entry(key, 'accepted', hour)]);
      const known = new Set(await store.record(asked));
      const added = asked.filter((one) => !known.has(one));
      const claim = readClaim(hours, (state, hour) => known.has(entry(key, state, hour)));
      const kept = claim.state === 'new' ? entry(key, 'intent', now) : null;
      try {
        await store.remove(added.filter((one) => one !== kept));
      } catch (error) {
        // Nothing leaves now, so what was asked must not look like a call that never was.
        await store.remove(added);
        throw error;
      }
      if (claim.state === 'new') claimedIn.set(key, now);
      return claim;
    },
    async accept(key) {
      const hour = claimedIn.get(key) ?? hourNow();
      // In this order: if the process dies in between, the call counts as unknown, not as never placed.
      await store.record([entry(key, 'accepted', hour)]);
      await store.remove([entry(key, 'intent', hour)]);
      claimedIn.delete(key);
    },
    unknown: () => Promise.resolve(),
    async clear(key) {
      const intent = [entry(key, 'intent', claimedIn.get(key) ?? hourNow())];
      // A second time, since what stays tells of a call that never was.
      await store.remove(intent).catch(() => store.remove(intent));
      claimedIn.delete(key);
    },
  };
}

function readClaim(
  hours: readonly number[],
  isKnown: (state: 'intent' | 'accepted', hour: number) => boolean,
): Claim {
  const at = (hour: number): string => new Date(hour * hourMs).toISOString();
  const unknown = hours.find((hour) => isKnown('intent', hour));
  if (unknown !== undefined) return { state: 'unknown', at: at(unknown), error: null };
  const accepted = hours.find((hour) => isKnown('accepted', hour));
  return accepted === undefined ? { state: 'new' } : { state: 'accepted', at: at(accepted), result: null };
}
