/** Calling hours that a law names. Suggestions to show and to copy: nothing is applied by itself. */
export interface CallingHoursPreset {
  readonly label: string;
  readonly callingHoursStart: string;
  readonly callingHoursEnd: string;
  readonly callingDays: readonly string[];
  readonly source: string;
  /** What the rule says beyond what one window can hold. */
  readonly note?: string;
}

const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** Help, not legal advice: most of these also require consent, and states and sectors may be stricter. */
export const callingHoursPresets: readonly CallingHoursPreset[] = [
  {
    label: 'United States (TCPA)',
    callingHoursStart: '08:00',
    callingHoursEnd: '21:00',
    callingDays: everyDay,
    source: '47 CFR 64.1200(c)(1): not before 8 a.m. or after 9 p.m. at the called party’s location',
    note: 'Several states are stricter, such as Florida with 8 a.m. to 8 p.m.',
  },
  {
    label: 'Canada (weekdays)',
    callingHoursStart: '09:00',
    callingHoursEnd: '21:30',
    callingDays: workdays,
    source: 'CRTC, Unsolicited Telecommunications Rules: 9:00 to 21:30 on weekdays',
    note: 'On weekends 10:00 to 18:00.',
  },
  {
    label: 'Australia (weekdays)',
    callingHoursStart: '09:00',
    callingHoursEnd: '20:00',
    callingDays: workdays,
    source: 'Telecommunications (Telemarketing and Research Calls) Industry Standard 2017',
    note: 'On Saturdays 9:00 to 17:00; none on Sundays and national public holidays.',
  },
  {
    label: 'France',
    callingHoursStart: '14:00',
    callingHoursEnd: '20:00',
    callingDays: workdays,
    source: 'Code de la consommation, art. D. 223-9 (décret 2022-1313): 10:00 to 13:00 and 14:00 to 20:00',
    note: 'Not on public holidays; since 11 August 2026 only with prior consent (loi 2025-594).',
  },
];
