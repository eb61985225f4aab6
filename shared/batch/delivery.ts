import { isEmpty, invalidSetting, parseNumber } from '../setting';

/** How calls are handed over, as people and platforms describe it; nothing in it is trusted. */
export interface RawDelivery {
  concurrency?: unknown;
  callsPerSecond?: unknown;
  /** In seconds. */
  waitForFreeLine?: unknown;
  skipRepeats?: unknown;
  repeatWindowHours?: unknown;
}

/** `off`: never; `run`: within one execution; `window`: for some hours, across executions. */
export type SkipRepeats = 'off' | 'run' | 'window';

export interface Delivery {
  readonly concurrency: number;
  readonly callsPerSecond: number;
  readonly waitForFreeLineMs: number;
  readonly skipRepeats: SkipRepeats;
  readonly repeatWindowHours: number;
}

/**
 * Bounds and defaults. Five requests at once keep a plan of a few lines busy, since Voiceflow answers long
 * before a call ends; the pace finds the rest. A week is the longest window that a reminder needs.
 */
export const deliveryBounds = {
  concurrency: { min: 1, max: 50, fallback: 5 },
  callsPerSecond: { min: 0, max: 100, fallback: 0 },
  waitForFreeLine: { min: 0, max: 3600, fallback: 60 },
  repeatWindowHours: { min: 1, max: 168, fallback: 24 },
} as const;

/**
 * Checks how calls are to be handed over.
 * @throws CallError `invalid-setting`
 */
export function parseDelivery(raw: RawDelivery): Delivery {
  const bounded = (field: keyof typeof deliveryBounds): number =>
    parseNumber(raw[field], field, deliveryBounds[field]);
  return {
    concurrency: Math.floor(bounded('concurrency')),
    callsPerSecond: bounded('callsPerSecond'),
    waitForFreeLineMs: bounded('waitForFreeLine') * 1000,
    skipRepeats: parseSkipRepeats(raw.skipRepeats),
    repeatWindowHours: Math.ceil(bounded('repeatWindowHours')),
  };
}

function parseSkipRepeats(input: unknown): SkipRepeats {
  if (isEmpty(input)) return 'run';
  if (input === 'off' || input === 'run' || input === 'window') return input;
  throw invalidSetting('skipRepeats', 'unknown-choice', 'is not a known choice', 'Use off, run or window.');
}

/**
 * Reads the window of a platform that skips repeats only where it is asked to; `null`: it was not.
 * @throws CallError `invalid-setting`
 */
export function parseRepeatWindow(input: unknown): number | null {
  if (isEmpty(input)) return null;
  return Math.ceil(parseNumber(input, 'repeatWindowHours', deliveryBounds.repeatWindowHours));
}
