import type { FieldWords } from '../fields';
import { callingHoursPresets } from './presets';

/** The inputs that protect the person called and the bill, in the words and in the order that people see. */
export const policyFields = {
  consent: {
    label: 'Consent',
    help: 'Map the field that says whether this person agreed to be called. Only true, yes, y, 1, on and granted count; once this field is used, anything else means no call, also an empty value.',
  },
  doNotCall: {
    label: 'Do-Not-Call List',
    help: 'Numbers that are never called, one per line. Any notation will do; those without + need a default country.',
    placeholder: 'e.g. +45 32 12 34 56',
  },
  allowedCountries: {
    label: 'Allowed Countries',
    help: 'Call only numbers of these countries; leave it empty to allow all. +1 is not only the United States: Canada and some 20 Caribbean countries share it.',
  },
  blockCostlyNumbers: {
    label: 'Block Costly Numbers',
    help: 'Never call premium-rate, shared-cost, satellite and similar numbers.',
  },
  callingHoursStart: {
    label: 'Calling Hours Start',
    help: `From when on people may be called, in their own local time. Hours that laws name: ${callingHoursPresets
      .map(
        ({ label, callingHoursStart, callingHoursEnd }) =>
          `${label} ${callingHoursStart} to ${callingHoursEnd}`,
      )
      .join('; ')}. This is no legal advice.`,
    placeholder: 'e.g. 09:00',
  },
  callingHoursEnd: {
    label: 'Calling Hours End',
    help: 'An end before the start lies on the next day; 24:00 is midnight.',
    placeholder: 'e.g. 20:00',
  },
  callingDays: {
    label: 'Calling Days',
    help: 'Leave it empty to allow every day.',
  },
  timeZone: {
    label: 'Time Zone',
    help: 'Where the person called lives, if you know it. Otherwise the number’s area or country tells.',
    placeholder: 'e.g. Europe/Copenhagen',
  },
  whenNotAllowed: {
    label: 'When Not Allowed',
    help: 'Skip the call and go on, or stop with an error.',
  },
} as const satisfies Record<string, FieldWords>;

export type PolicyField = keyof typeof policyFields;
