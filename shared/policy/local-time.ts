/** A place’s clock. All times are milliseconds since 1970; a local time is an instant plus the offset. */
export interface Zone {
  /** IANA name. */
  readonly name: string;
  /** What to add to an instant to get local time, in milliseconds. */
  offsetAt(instant: number): number;
}

export const minute = 60_000;
export const day = 24 * 60 * minute;
/** Clocks are changed on the quarter of an hour, everywhere and in every year that a call can be placed in. */
export const quarter = 15 * minute;

const rememberedOffsets = 4096;
const parts = ['year', 'month', 'day', 'hour', 'minute'] as const;

/** Newer names of the tz database, with the name that older copies of ICU (Node.js) know for the same clock. */
const olderNames: Readonly<Record<string, string>> = {
  'America/Ciudad_Juarez': 'America/Denver',
  'America/Coyhaique': 'America/Punta_Arenas',
  'America/Nuuk': 'America/Godthab',
  'Asia/Qostanay': 'Asia/Almaty',
  'Europe/Kyiv': 'Europe/Kiev',
};

const zones = new Map<string, Zone>();

/** The zone of an IANA name, or `null` if this system’s tz database does not know it. */
export function findZone(name: string): Zone | null {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const formatter = formatterOf(name) ?? formatterOf(olderNames[name]);
  if (formatter === null) return null;
  const zone = createZone(name, formatter);
  zones.set(name, zone);
  return zone;
}

function formatterOf(timeZone: string | undefined): Intl.DateTimeFormat | null {
  if (timeZone === undefined) return null;
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch {
    return null;
  }
}

/** Formatting costs some microseconds, so offsets are kept by the quarter of an hour. */
function createZone(name: string, formatter: Intl.DateTimeFormat): Zone {
  const offsets = new Map<number, number>();
  return {
    name,
    offsetAt(instant) {
      const start = Math.floor(instant / quarter) * quarter;
      const known = offsets.get(start);
      if (known !== undefined) return known;
      const offset = localTimeAt(formatter, start) - start;
      if (offsets.size >= rememberedOffsets) offsets.clear();
      offsets.set(start, offset);
      return offset;
    },
  };
}

function localTimeAt(formatter: Intl.DateTimeFormat, instant: number): number {
  const found = formatter.formatToParts(instant);
  const [year, month, date, hours, minutes] = parts.map((type) =>
    Number(found.find((part) => part.type === type)?.value),
  );
  return Date.UTC(year ?? NaN, (month ?? NaN) - 1, date, hours, minutes);
}
