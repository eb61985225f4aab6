import { isCallError, type CallError } from '../../../shared/call-error';
import { parseCountry } from '../../../shared/phone/countries';
import { readDoNotCall, rememberDoNotCall } from '../../../shared/policy/do-not-call';
import { parsePolicy, type RawPolicy } from '../../../shared/policy/policy';
import { policyFields } from '../../../shared/policy/policy-fields';
import { callingHoursPresets } from '../../../shared/policy/presets';

function refusalOf(settings: RawPolicy, defaultCountry: string | null = null): CallError {
  try {
    parsePolicy(settings, parseCountry(defaultCountry, 'defaultCountry'));
  } catch (error) {
    if (isCallError(error)) return error;
    throw error;
  }
  throw new Error('accepted');
}

describe('parsePolicy', () => {
  it('reads nothing as: block costly numbers, ask for nothing else', () => {
    const empty = {
      consent: null,
      allowedCountries: null,
      blockCostlyNumbers: true,
      callingHours: null,
      timeZone: null,
      whenNotAllowed: 'skip',
      doNotCall: new Set(),
    };
    expect(parsePolicy({}, null)).toEqual(empty);
    const blank = {
      allowedCountries: ' ',
      blockCostlyNumbers: '',
      callingHoursStart: null,
      callingHoursEnd: '',
      callingDays: [],
      timeZone: ' ',
      doNotCall: '',
      whenNotAllowed: '',
    };
    expect(parsePolicy(blank, null)).toEqual(empty);
  });

  it('asks for consent as soon as the property is there', () => {
    expect(parsePolicy({ consent: undefined }, null).consent).toBe(false);
    expect(parsePolicy({ consent: 'yes' }, null).consent).toBe(true);
  });

  it('reads switches and choices in any case', () => {
    const { blockCostlyNumbers, whenNotAllowed } = parsePolicy(
      { blockCostlyNumbers: 'No', whenNotAllowed: 'FAIL' },
      null,
    );
    expect({ blockCostlyNumbers, whenNotAllowed }).toEqual({
      blockCostlyNumbers: false,
      whenNotAllowed: 'fail',
    });
  });

  it('reads lists as lists, as text, and as a list of texts with commas', () => {
    for (const allowedCountries of [
      ['DK', 'se'],
      'DK,SE',
      'DK; se',
      'DK\nSE',
      ['DK, SE'],
      ['DK', '', 'SE'],
    ]) {
      expect(parsePolicy({ allowedCountries }, null).allowedCountries).toEqual(new Set(['DK', 'SE']));
    }
  });

  it('puts a window over midnight together', () => {
    const { callingHours } = parsePolicy({ callingHoursStart: '22:00', callingHoursEnd: '06:30' }, null);
    expect(callingHours).toMatchObject({ start: 22 * 60, lengthInMinutes: 8.5 * 60 });
  });

  it.each<[field: keyof typeof policyFields, reason: string, settings: RawPolicy]>([
    ['allowedCountries', 'unknown-country', { allowedCountries: ['UK'] }],
    ['allowedCountries', 'unknown-country', { allowedCountries: 'Denmark' }],
    ['allowedCountries', 'unknown-country', { allowedCountries: [45] }],
    ['allowedCountries', 'unknown-country', { allowedCountries: { country: 'DK' } }],
    ['blockCostlyNumbers', 'not-a-flag', { blockCostlyNumbers: 'maybe' }],
    ['callingHoursStart', 'missing', { callingHoursEnd: '17:00' }],
    ['callingHoursEnd', 'missing', { callingHoursStart: '09:00' }],
    ['callingHoursEnd', 'never-open', { callingHoursStart: '09:00', callingHoursEnd: '9:00' }],
    ['callingHoursEnd', 'never-open', { callingHoursStart: '00:00', callingHoursEnd: '00:00' }],
    ['callingHoursStart', 'not-a-time', { callingHoursStart: '9', callingHoursEnd: '17:00' }],
    ['callingHoursStart', 'not-a-time', { callingHoursStart: '9 am', callingHoursEnd: '17:00' }],
    ['callingHoursStart', 'not-a-time', { callingHoursStart: '09:60', callingHoursEnd: '17:00' }],
    ['callingHoursStart', 'not-a-time', { callingHoursStart: '24:00', callingHoursEnd: '17:00' }],
    ['callingHoursStart', 'not-a-time', { callingHoursStart: 9, callingHoursEnd: '17:00' }],
    ['callingHoursEnd', 'not-a-time', { callingHoursStart: '09:00', callingHoursEnd: '24:01' }],
    ['callingHoursEnd', 'not-a-time', { callingHoursStart: '09:00', callingHoursEnd: '17:00:30' }],
    ['callingHoursEnd', 'not-a-time', { callingHoursStart: '09:00', callingHoursEnd: '-1:00' }],
    ['callingDays', 'unknown-day', { callingDays: ['mo'] }],
    ['callingDays', 'unknown-day', { callingDays: 'mon-fri' }],
    ['callingDays', 'unknown-day', { callingDays: 5 }],
    ['timeZone', 'unknown-time-zone', { timeZone: 'Copenhagen' }],
    ['timeZone', 'unknown-time-zone', { timeZone: 'Europe/Atlantis' }],
    ['timeZone', 'unknown-time-zone', { timeZone: 'EST' }],
    ['timeZone', 'unknown-time-zone', { timeZone: '+02:00' }],
    ['timeZone', 'unknown-time-zone', { timeZone: 2 }],
    ['doNotCall', 'not-a-list', { doNotCall: true }],
    ['doNotCall', 'not-a-list', { doNotCall: { number: '+4532123456' } }],
    ['doNotCall', 'unreadable-number', { doNotCall: '+45' }],
    ['whenNotAllowed', 'unknown-choice', { whenNotAllowed: 'ask' }],
  ])('refuses %s: %s %j', (field, reason, settings) => {
    const error = refusalOf(settings);
    expect(error).toMatchObject({ code: 'invalid-setting', outcome: 'not-placed', field, reason });
    expect(error.message).toMatch(new RegExp(`^“${policyFields[field].label}” .*[^.]\\.$`));
    expect(error.howToFix).toMatch(/^[A-Z].*\.$/);
  });
});

describe('the do-not-call list', () => {
  const list = 'phone: ask Ms Jensen\n+45 32 12 34 56';

  it('names the line of an entry that it cannot read, and never the entry', () => {
    const { message } = refusalOf({ doNotCall: '+45 32 12 34 56\n\n# a remark\n+45 32 12 x4 57' });
    expect(message).toBe('“Do-Not-Call List” has an entry (line 4) that contains letters.');
    expect(refusalOf({ doNotCall: ['+4532123456', '32123457'] }).message).toBe(
      '“Do-Not-Call List” has an entry (item 2) that does not say its country.',
    );
    expect(refusalOf({ doNotCall: list }).message).toContain('line 1');
  });

  it('refuses national numbers without a default country, and an emergency number always', () => {
    expect(refusalOf({ doNotCall: '32 12 34 56' }).howToFix).toContain('“Default Country”');
    expect(refusalOf({ doNotCall: '112' }, 'DK').reason).toBe('unreadable-number');
    expect(refusalOf({ doNotCall: [{ number: '+4532123456' }] }).reason).toBe('unreadable-number');
  });

  it.each([
    ['491711234567', 'DE', ['+49491711234567', '+491711234567']],
    ['4532121000', 'DE', ['+494532121000', '+4532121000']],
    ['0171 1234567', 'DE', ['+491711234567']],
  ] as const)('blocks every number that an entry without + may mean: %s in %s', (entry, country, numbers) => {
    expect([...readDoNotCall(entry, country)]).toEqual(numbers);
  });

  it('reads several numbers in one item, with remarks', () => {
    const read = readDoNotCall(['+4532123456 # a, b\n+4532123457', null, ' ', 4532123458], 'DK');
    expect([...read]).toEqual(['+4532123456', '+4532123457', '+4532123458']);
  });

  it('knows a number however it is written', () => {
    for (const same of ['+4402079461234', '0044 20 7946 1234', '020 7946 1234', '＋44 20 7946 1234']) {
      expect([...readDoNotCall(same, 'GB')]).toEqual(['+442079461234']);
    }
  });

  it('is read once for a batch, however the platform hands it over', () => {
    const read = rememberDoNotCall();
    const numbers = ['+4532123456', '+4532123457'];
    const first = read(numbers, 'DK');
    expect(read([...numbers], 'DK')).toBe(first);
    expect(read(numbers, null)).not.toBe(first);
    numbers[1] = '+4532123458';
    expect(read(numbers, null).has('+4532123458')).toBe(true);
    const text = read('+4532123459', null);
    expect(read(['+4532123459'].join(), null)).toBe(text);
    expect(read(undefined, null).size).toBe(0);
  });

  it('does not remember a list that it could not read', () => {
    const read = rememberDoNotCall();
    expect(() => read('x', null)).toThrow('contains letters');
    expect(() => read('x', null)).toThrow('contains letters');
  });
});

it.each(callingHoursPresets)('the preset of $label is a policy, and names its source', (preset) => {
  const { callingHours } = parsePolicy({ ...preset }, null);
  expect(callingHours?.lengthInMinutes).toBeGreaterThan(5 * 60);
  expect(preset.source).toMatch(/\d/);
});
