/** Why a text is no number that can be called: what is wrong, and what to do. Shown to people as it stands. */
export const phoneRefusals = {
  empty: {
    problem: 'is empty',
    fix: 'Map the field that holds the number, and skip people without one.',
  },
  'not-text': {
    problem: 'is neither text nor a whole number',
    fix: 'Map one single number, not a list or an object.',
  },
  letters: {
    problem: 'contains letters',
    fix: 'Write digits only, such as +45 32 12 34 56.',
  },
  characters: {
    problem: 'contains characters that no phone number has',
    fix: 'Write +, the country calling code and digits, such as +45 32 12 34 56.',
  },
  'spreadsheet-format': {
    problem: 'was shortened by a spreadsheet, so digits are lost',
    fix: 'Format the column as text in the spreadsheet and enter the number again.',
  },
  'several-numbers': {
    problem: 'holds more than one number',
    fix: 'Send one number per call; use one item or run for each person.',
  },
  extension: {
    problem: 'has an extension, which an outbound call cannot dial',
    fix: 'Use a direct number without an extension.',
  },
  date: {
    problem: 'looks like a date',
    fix: 'Map the field that holds the number. If it is one, write it with + and the country calling code.',
  },
  'no-country': {
    problem: 'does not say its country',
    fix: 'Start it with + and the country calling code, or set “Default Country”.',
  },
  'international-prefix': {
    problem: 'starts with 00, which means something else in some countries',
    fix: 'Write + instead of 00, or set “Default Country”.',
  },
  'unknown-country-code': {
    problem: 'starts with a calling code that no country has',
    fix: 'Check the digits after the +.',
  },
  'country-code-only': {
    problem: 'holds a country calling code and no number',
    fix: 'Check that the whole number is mapped.',
  },
  'emergency-or-short': {
    problem: 'is an emergency or service number, or far too short for a person’s number',
    fix: 'Write the whole number, such as +45 32 12 34 56.',
  },
  ambiguous: {
    problem: 'can be read as more than one number',
    fix: 'Write it with + and the country calling code, exactly as it is dialled from abroad.',
  },
  'too-short': {
    problem: 'has too few digits for its country',
    fix: 'Check whether digits are missing.',
  },
  'too-long': {
    problem: 'has too many digits for its country',
    fix: 'Check whether digits were added or two numbers run together.',
  },
  'wrong-length': {
    problem: 'has a number of digits that its country does not use',
    fix: 'Check whether digits are missing or were added.',
  },
  unassigned: {
    problem: 'has a plausible length, but no phone company has been assigned it',
    fix: 'Check the number, or switch “Require Valid Number” off.',
  },
  fictional: {
    problem: 'is reserved for films and examples, so nobody has it',
    fix: 'Use a real number, or switch “Require Valid Number” off to try things out.',
  },
} as const satisfies Record<string, { problem: string; fix: string }>;

export type PhoneRefusal = keyof typeof phoneRefusals;
