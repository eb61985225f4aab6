import type { RawPolicy } from '../../../shared/policy/policy';
import type { PolicySkipReason } from '../../../shared/policy/verdict';

/**
 * Who may be called when: one row for each case, readable without the code.
 * 23 November 2026 is a Monday; instants are UTC.
 */
export interface PolicyRow {
  readonly because: string;
  readonly number: string;
  readonly settings: RawPolicy;
  readonly at: string;
  readonly verdict: 'allowed' | PolicySkipReason;
  /** `null`: only the time is in the way and it will never be right, or something else is in the way. */
  readonly next: string | null;
}

type Rows = readonly (readonly [
  because: string,
  number: string,
  settings: RawPolicy,
  at: string,
  verdict: PolicyRow['verdict'],
  next?: string,
])[];

const noon = '2026-11-23T12:00Z';
const hours = (start: string, end: string, more: RawPolicy = {}): RawPolicy => ({
  callingHoursStart: start,
  callingHoursEnd: end,
  ...more,
});
const tcpa = hours('08:00', '21:00');
const office = hours('09:00', '17:00', { callingDays: ['mon', 'tue', 'wed', 'thu', 'fri'] });
const night = hours('22:00', '06:00');
const anyCost: RawPolicy = { blockCostlyNumbers: false };

const denmark = '+4532123456';
const london = '+442079461234';
const newYork = '+12125551234';
const losAngeles = '+13105551234';
const boiseOrSeattle = '+12085551234';
const spanishMobile = '+34612345678';
const russianMobile = '+79161234567';
const mumbai = '+912212345678';
const kathmandu = '+97714123456';
const adelaide = '+61882123456';
const australianMobile = '+61412345678';
const tollFree = '+18002345678';

const noSettings: Rows = [
  ['nothing is set', denmark, {}, noon, 'allowed'],
  ['nothing is set, at night', denmark, {}, '2026-11-23T02:00Z', 'allowed'],
  ['nothing is set, toll-free has no place but costs nothing', tollFree, {}, noon, 'allowed'],
  ['empty settings are no settings', denmark, { allowedCountries: '', callingDays: [] }, noon, 'allowed'],
];

const countries: Rows = [
  ['Denmark is in the list', denmark, { allowedCountries: ['DK'] }, noon, 'allowed'],
  ['small letters', denmark, { allowedCountries: ['dk'] }, noon, 'allowed'],
  ['text with commas', denmark, { allowedCountries: 'SE, DK' }, noon, 'allowed'],
  ['one text per line', denmark, { allowedCountries: 'SE\nDK' }, noon, 'allowed'],
  ['Denmark is not in the list', denmark, { allowedCountries: ['SE', 'NO'] }, noon, 'country'],
  ['+1 876 is Jamaica', '+18765551234', { allowedCountries: ['US'] }, noon, 'country'],
  ['+1 809 is the Dominican Republic', '+18095551234', { allowedCountries: ['US'] }, noon, 'country'],
  ['+1 868 is Trinidad and Tobago', '+18686281234', { allowedCountries: 'US, CA' }, noon, 'country'],
  ['+1 787 is Puerto Rico', '+17872345678', { allowedCountries: ['US'] }, noon, 'country'],
  ['Jamaica is in the list', '+18765551234', { allowedCountries: ['JM'] }, noon, 'allowed'],
  ['+1 416 is Canada', '+14165551234', { allowedCountries: ['US'] }, noon, 'country'],
  ['+1 212 is the United States', newYork, { allowedCountries: ['US'] }, noon, 'allowed'],
  ['Guernsey is not the United Kingdom', '+441481960194', { allowedCountries: ['GB'] }, noon, 'country'],
  ['Kazakhstan shares +7', '+77012345678', { allowedCountries: ['RU'] }, noon, 'country'],
  ['Russia shares +7', russianMobile, { allowedCountries: ['KZ'] }, noon, 'country'],
  ['the Vatican shares +39', '+390669812345', { allowedCountries: ['IT'] }, noon, 'country'],
  ['an area code that nobody has', '+19995551234', { allowedCountries: ['US', 'CA'] }, noon, 'country'],
  ['+800 belongs to no country', '+80012345678', { allowedCountries: ['US'] }, noon, 'country'],
  ['Greenland is not Denmark', '+299221234', { allowedCountries: ['DK'] }, noon, 'country'],
];

const costly: Rows = [
  ['US premium rate', '+19002345678', {}, noon, 'costly-number'],
  ['US premium rate, allowed by hand', '+19002345678', anyCost, noon, 'allowed'],
  ['US pay-per-call exchange 976', '+12129761234', {}, noon, 'costly-number'],
  ['US personal number', '+15002345678', {}, noon, 'costly-number'],
  ['US toll-free costs nothing', '+18882345678', {}, noon, 'allowed'],
  ['UK 09', '+449012345678', {}, noon, 'costly-number'],
  ['UK 09, a range not yet known', '+449301234567', {}, noon, 'costly-number'],
  ['UK 084', '+448431234567', {}, noon, 'costly-number'],
  ['UK 087', '+448711234567', {}, noon, 'costly-number'],
  ['UK 070 looks like a mobile', '+447012345678', {}, noon, 'costly-number'],
  ['UK 076 is a pager', '+447640123456', {}, noon, 'costly-number'],
  ['UK 07624 is an Isle of Man mobile', '+447624123456', {}, noon, 'allowed'],
  ['UK 03 costs what a landline costs', '+443001234567', {}, noon, 'allowed'],
  ['UK 055', '+445512345678', {}, noon, 'costly-number'],
  ['UK mobile', '+447400123456', {}, noon, 'allowed'],
  ['Italy 892', '+39892123', {}, noon, 'costly-number'],
  ['Italy 899', '+39899123456', {}, noon, 'costly-number'],
  ['Italy 895, not in the metadata', '+39895123456', {}, noon, 'costly-number'],
  ['Italy 848', '+39848123456', {}, noon, 'costly-number'],
  ['Italy mobile', '+393123456789', {}, noon, 'allowed'],
  ['France 089', '+33891234567', {}, noon, 'costly-number'],
  ['France 082', '+33820123456', {}, noon, 'costly-number'],
  ['France 0806 costs what a landline costs', '+33806123456', {}, noon, 'allowed'],
  ['France 09 is a line at home', '+33912345678', {}, noon, 'allowed'],
  ['Germany 0900', '+499001234567', {}, noon, 'costly-number'],
  ['Germany 0180', '+491801234567', {}, noon, 'costly-number'],
  ['Germany 0137', '+491371234567', {}, noon, 'costly-number'],
  ['Germany 0700', '+4970012345678', {}, noon, 'costly-number'],
  ['Germany mobile', '+4915123456789', {}, noon, 'allowed'],
  ['Spain 803', '+34803123456', {}, noon, 'costly-number'],
  ['Spain 905, not in the metadata', '+34905123456', {}, noon, 'costly-number'],
  ['Switzerland 0900', '+41900123456', {}, noon, 'costly-number'],
  ['Switzerland 0840', '+41840123456', {}, noon, 'costly-number'],
  ['Switzerland 058 is a company', '+41581234567', {}, noon, 'allowed'],
  ['Sweden 010 is a company', '+46102345678', {}, noon, 'allowed'],
  ['Australia 190', '+611900123456', {}, noon, 'costly-number'],
  ['Australia 1300', '+611300123456', {}, noon, 'costly-number'],
  ['Japan 0570', '+81570123456', {}, noon, 'costly-number'],
  ['South Korea 1544', '+8215441234', {}, noon, 'costly-number'],
  ['Brazil 0900, not in the metadata', '+5590012345678', {}, noon, 'costly-number'],
  ['Ukraine 0900, not in the metadata', '+380900123456', {}, noon, 'costly-number'],
  ['Inmarsat +870', '+870773123456', {}, noon, 'costly-number'],
  ['+878', '+878101234567890', {}, noon, 'costly-number'],
  ['Iridium +881', '+881612345678', {}, noon, 'costly-number'],
  ['Thuraya +882 16', '+8821612345678', {}, noon, 'costly-number'],
  ['+883', '+883510012345', {}, noon, 'costly-number'],
  ['+979 is premium rate everywhere', '+979123456789', {}, noon, 'costly-number'],
  ['+979, allowed by hand', '+979123456789', anyCost, noon, 'allowed'],
  ['+808 is shared cost', '+80812345678', {}, noon, 'costly-number'],
  ['+800 is free', '+80012345678', {}, noon, 'allowed'],
  ['the Caribbean is abroad, but ordinary', '+18765551234', {}, noon, 'allowed'],
  ['fiction, +1', '+12125550123', {}, noon, 'allowed'],
  ['fiction, United Kingdom', '+447700900123', {}, noon, 'allowed'],
];

const hoursInOneZone: Rows = [
  ['New York, 7:59', newYork, tcpa, '2026-11-23T12:59Z', 'calling-hours', '2026-11-23T13:00Z'],
  ['New York, 8:00', newYork, tcpa, '2026-11-23T13:00Z', 'allowed'],
  ['New York, 20:59', newYork, tcpa, '2026-11-24T01:59Z', 'allowed'],
  ['New York, 21:00', newYork, tcpa, '2026-11-24T02:00Z', 'calling-hours', '2026-11-24T13:00Z'],
  ['New York, 20:59:59', newYork, tcpa, '2026-11-24T01:59:59.999Z', 'allowed'],
  [
    'Los Angeles, 5:00 while it is 8:00 in New York',
    losAngeles,
    tcpa,
    '2026-11-23T13:00Z',
    'calling-hours',
    '2026-11-23T16:00Z',
  ],
  ['Honolulu, 7:30', '+18085551234', tcpa, '2026-11-23T17:30Z', 'calling-hours', '2026-11-23T18:00Z'],
  [
    'St. John’s, half an hour off: 7:59',
    '+17097531234',
    tcpa,
    '2026-11-23T11:29Z',
    'calling-hours',
    '2026-11-23T11:30Z',
  ],
  ['St. John’s, half an hour off: 8:00', '+17097531234', tcpa, '2026-11-23T11:30Z', 'allowed'],
  ['Mumbai, 8:59', mumbai, office, '2026-11-23T03:29Z', 'calling-hours', '2026-11-23T03:30Z'],
  ['Mumbai, 9:00', mumbai, office, '2026-11-23T03:30Z', 'allowed'],
  [
    'Kathmandu, a quarter off: 8:59',
    kathmandu,
    office,
    '2026-11-23T03:14Z',
    'calling-hours',
    '2026-11-23T03:15Z',
  ],
  ['Kathmandu, a quarter off: 9:00', kathmandu, office, '2026-11-23T03:15Z', 'allowed'],
  ['London in winter, 9:00', london, office, '2026-11-23T09:00Z', 'allowed'],
  ['London in summer, 9:00', london, office, '2026-07-20T08:00Z', 'allowed'],
  ['London in summer, 17:00', london, office, '2026-07-20T16:00Z', 'calling-hours', '2026-07-21T08:00Z'],
  [
    'Denmark, Friday evening, office days',
    denmark,
    office,
    '2026-11-27T17:00Z',
    'calling-hours',
    '2026-11-30T08:00Z',
  ],
  [
    'Jamaica keeps winter time: 7:00 in July',
    '+18765551234',
    tcpa,
    '2026-07-20T12:00Z',
    'calling-hours',
    '2026-07-20T13:00Z',
  ],
  ['Phoenix keeps winter time: 8:00 in July', '+16025551234', tcpa, '2026-07-20T15:00Z', 'allowed'],
  [
    'Algeria keeps winter time, the source says Paris',
    '+213551234567',
    tcpa,
    '2026-07-20T06:30Z',
    'calling-hours',
    '2026-07-20T07:00Z',
  ],
  [
    'Nicaragua keeps winter time, the source says Chicago',
    '+50581234567',
    tcpa,
    '2026-07-20T13:30Z',
    'calling-hours',
    '2026-07-20T14:00Z',
  ],
  [
    'Kaliningrad, the source says Bucharest',
    '+74012123456',
    tcpa,
    '2026-07-20T05:30Z',
    'calling-hours',
    '2026-07-20T06:00Z',
  ],
  [
    'single digits and seconds are times, too',
    denmark,
    hours('9:00', '17:00:00'),
    '2026-11-23T08:00Z',
    'allowed',
  ],
  ['24:00 is midnight: 23:59', denmark, hours('09:00', '24:00'), '2026-11-23T22:59Z', 'allowed'],
  [
    '24:00 is midnight: 0:00',
    denmark,
    hours('09:00', '24:00'),
    '2026-11-23T23:00Z',
    'calling-hours',
    '2026-11-24T08:00Z',
  ],
  ['00:00 to 24:00 is the whole day', denmark, hours('00:00', '24:00'), '2026-11-23T02:00Z', 'allowed'],
  ['an end at 00:00 is midnight, too', denmark, hours('09:00', '00:00'), '2026-11-23T22:59Z', 'allowed'],
];

const days: Rows = [
  ['Monday only, on a Monday', denmark, { callingDays: 'mon' }, noon, 'allowed'],
  ['days without hours are whole days', denmark, { callingDays: ['Mon'] }, '2026-11-22T23:00Z', 'allowed'],
  [
    'Monday only, on a Tuesday',
    denmark,
    { callingDays: 'mon' },
    '2026-11-24T12:00Z',
    'calling-hours',
    '2026-11-29T23:00Z',
  ],
  ['full names', denmark, { callingDays: 'Saturday, Sunday' }, '2026-11-28T12:00Z', 'allowed'],
  [
    'weekend only, on a Friday',
    denmark,
    { callingDays: ['sat', 'sun'] },
    '2026-11-27T12:00Z',
    'calling-hours',
    '2026-11-27T23:00Z',
  ],
  [
    'Monday in UTC, still Sunday in New York',
    newYork,
    { callingDays: ['mon'] },
    '2026-11-23T04:59Z',
    'calling-hours',
    '2026-11-23T05:00Z',
  ],
  [
    'Sunday in UTC, already Monday in Mumbai',
    mumbai,
    { callingDays: ['mon'] },
    '2026-11-22T18:30Z',
    'allowed',
  ],
  [
    'no day is chosen: every day',
    denmark,
    hours('09:00', '17:00', { callingDays: [] }),
    '2026-11-29T12:00Z',
    'allowed',
  ],
];

const overMidnight: Rows = [
  ['22:00 to 6:00, at 23:00', denmark, night, '2026-11-23T22:00Z', 'allowed'],
  ['22:00 to 6:00, at 5:59', denmark, night, '2026-11-24T04:59Z', 'allowed'],
  ['22:00 to 6:00, at 6:00', denmark, night, '2026-11-24T05:00Z', 'calling-hours', '2026-11-24T21:00Z'],
  ['22:00 to 6:00, at noon', denmark, night, '2026-11-24T11:00Z', 'calling-hours', '2026-11-24T21:00Z'],
  [
    'Friday night runs into Saturday',
    denmark,
    { ...night, callingDays: ['fri'] },
    '2026-11-28T04:00Z',
    'allowed',
  ],
  [
    'Thursday night does not run into Friday',
    denmark,
    { ...night, callingDays: ['fri'] },
    '2026-11-27T04:00Z',
    'calling-hours',
    '2026-11-27T21:00Z',
  ],
  [
    'Saturday evening is not Friday night',
    denmark,
    { ...night, callingDays: ['fri'] },
    '2026-11-28T22:00Z',
    'calling-hours',
    '2026-12-04T21:00Z',
  ],
];

const clockChanges: Rows = [
  ['New York, spring, the Sunday: 8:00 is 12:00 UTC', newYork, tcpa, '2026-03-08T12:00Z', 'allowed'],
  [
    'New York, spring, the Saturday before: 8:00 is 13:00 UTC',
    newYork,
    tcpa,
    '2026-03-07T12:00Z',
    'calling-hours',
    '2026-03-07T13:00Z',
  ],
  [
    'New York, spring: Saturday night looks ahead over the change',
    newYork,
    tcpa,
    '2026-03-08T05:00Z',
    'calling-hours',
    '2026-03-08T12:00Z',
  ],
  [
    'New York, autumn: Saturday night looks ahead over the change',
    newYork,
    tcpa,
    '2026-11-01T04:00Z',
    'calling-hours',
    '2026-11-01T13:00Z',
  ],
  [
    'Denmark, spring: 2:30 does not exist, so it opens at 3:00',
    denmark,
    hours('02:30', '05:00'),
    '2026-03-29T00:59Z',
    'calling-hours',
    '2026-03-29T01:00Z',
  ],
  [
    'Denmark, spring: a window that starts with the skipped hour and is over before it ends',
    denmark,
    hours('02:00', '02:30'),
    '2026-03-29T00:30Z',
    'calling-hours',
    '2026-03-30T00:00Z',
  ],
  [
    'Denmark, spring: the whole window is skipped',
    denmark,
    hours('02:10', '02:50'),
    '2026-03-29T00:00Z',
    'calling-hours',
    '2026-03-30T00:10Z',
  ],
  [
    'Denmark, spring: a weekly window that is skipped opens a week later',
    denmark,
    hours('02:10', '02:50', { callingDays: 'sun' }),
    '2026-03-29T00:00Z',
    'calling-hours',
    '2026-04-05T00:10Z',
  ],
  ['Denmark, autumn: 2:30 the first time', denmark, hours('02:15', '02:45'), '2026-10-25T00:30Z', 'allowed'],
  [
    'Denmark, autumn: between the two',
    denmark,
    hours('02:15', '02:45'),
    '2026-10-25T00:50Z',
    'calling-hours',
    '2026-10-25T01:15Z',
  ],
  ['Denmark, autumn: 2:30 the second time', denmark, hours('02:15', '02:45'), '2026-10-25T01:30Z', 'allowed'],
  [
    'Denmark, autumn: a window that ends in the repeated hour opens again',
    denmark,
    hours('01:00', '02:30'),
    '2026-10-25T00:45Z',
    'calling-hours',
    '2026-10-25T01:00Z',
  ],
  [
    'Lord Howe changes by half an hour',
    denmark,
    hours('02:15', '03:00', { timeZone: 'Australia/Lord_Howe' }),
    '2026-10-03T15:29Z',
    'calling-hours',
    '2026-10-03T15:30Z',
  ],
  ['London, between the European and the American change', london, tcpa, '2026-10-27T08:00Z', 'allowed'],
];

const severalZones: Rows = [
  [
    'Boise and Los Angeles share +1 208: 8:30 and 7:30',
    boiseOrSeattle,
    tcpa,
    '2026-11-23T15:30Z',
    'calling-hours',
    '2026-11-23T16:00Z',
  ],
  ['Boise and Los Angeles: 9:00 and 8:00', boiseOrSeattle, tcpa, '2026-11-23T16:00Z', 'allowed'],
  [
    'Boise and Los Angeles: 21:00 and 20:00',
    boiseOrSeattle,
    tcpa,
    '2026-11-24T04:00Z',
    'calling-hours',
    '2026-11-24T16:00Z',
  ],
  [
    'a Spanish mobile may be on the Canaries: 8:30 there',
    spanishMobile,
    office,
    '2026-11-23T08:30Z',
    'calling-hours',
    '2026-11-23T09:00Z',
  ],
  ['a Spanish mobile: both are open', spanishMobile, office, '2026-11-23T09:00Z', 'allowed'],
  [
    'a Spanish mobile: Madrid has closed',
    spanishMobile,
    office,
    '2026-11-23T16:00Z',
    'calling-hours',
    '2026-11-24T09:00Z',
  ],
  ['a Las Palmas landline is on the Canaries', '+34928123456', office, '2026-11-23T16:30Z', 'allowed'],
  [
    'Gary, Indiana: +1 219 is New York in the source, but Chicago’s exchanges are there',
    '+12195551234',
    tcpa,
    '2026-11-23T13:30Z',
    'calling-hours',
    '2026-11-23T14:00Z',
  ],
  [
    'Gary, Indiana: New York has closed',
    '+12195551234',
    tcpa,
    '2026-11-24T02:30Z',
    'calling-hours',
    '2026-11-24T14:00Z',
  ],
  ['a Madrid landline is in Madrid', '+34911234567', office, '2026-11-23T08:00Z', 'allowed'],
  [
    'an Australian mobile may be on the Cocos Islands: 5:30 there',
    australianMobile,
    office,
    '2026-11-22T23:00Z',
    'calling-hours',
    '2026-11-23T02:30Z',
  ],
  ['Adelaide is half an hour off', adelaide, office, '2026-11-23T02:30Z', 'allowed'],
  ['a Russian mobile: no hour is a working hour everywhere', russianMobile, office, noon, 'calling-hours'],
  [
    'a Russian mobile: 13 hours a day overlap for 3',
    russianMobile,
    tcpa,
    '2026-11-23T05:00Z',
    'calling-hours',
    '2026-11-23T06:00Z',
  ],
  ['a Russian mobile, zone given', russianMobile, { ...office, timeZone: 'Europe/Moscow' }, noon, 'allowed'],
  [
    'Monday in one zone, Sunday in the other: closed',
    boiseOrSeattle,
    { callingDays: 'mon' },
    '2026-11-23T07:30Z',
    'calling-hours',
    '2026-11-23T08:00Z',
  ],
  [
    'a number of an unknown area: Guam and New York never overlap',
    '+19995551234',
    office,
    noon,
    'calling-hours',
  ],
];

const noPlace: Rows = [
  ['US toll-free has no place', tollFree, tcpa, noon, 'calling-hours'],
  [
    'US toll-free, zone given, 7:00',
    tollFree,
    { ...tcpa, timeZone: 'America/New_York' },
    noon,
    'calling-hours',
    '2026-11-23T13:00Z',
  ],
  [
    'US toll-free, zone given, 8:00',
    tollFree,
    { ...tcpa, timeZone: 'America/New_York' },
    '2026-11-23T13:00Z',
    'allowed',
  ],
  ['UK freephone has no place', '+448001234567', office, noon, 'calling-hours'],
  ['+800 has no place', '+80012345678', tcpa, noon, 'calling-hours'],
  ['+800, zone given', '+80012345678', { ...tcpa, timeZone: 'Europe/London' }, noon, 'allowed'],
  ['a satellite phone has no place', '+870773123456', { ...anyCost, ...tcpa }, noon, 'calling-hours'],
  ['UK 03 has no place', '+443001234567', office, noon, 'calling-hours'],
  [
    'a zone without hours forbids nothing',
    tollFree,
    { timeZone: 'Europe/London' },
    '2026-11-23T02:00Z',
    'allowed',
  ],
  [
    'the given zone beats the number',
    newYork,
    { ...tcpa, timeZone: 'America/Los_Angeles' },
    '2026-11-23T13:00Z',
    'calling-hours',
    '2026-11-23T16:00Z',
  ],
  ['Kyiv by its new name', denmark, { ...office, timeZone: 'Europe/Kyiv' }, '2026-11-23T07:00Z', 'allowed'],
];

const consent: Rows = [
  ...[true, 'true', 'TRUE', ' yes ', 'Yes', 'y', 'Y', 1, '1', 'on', 'granted', 'Granted'].map(
    (value) => [`“${value}” is a consent`, denmark, { consent: value }, noon, 'allowed'] as const,
  ),
  ...[false, 'false', 'no', '', ' ', null, undefined, 0, '0', 'opted out', 'yes, but not on Sundays'].map(
    (value) => [`“${value}” is no consent`, denmark, { consent: value }, noon, 'no-consent'] as const,
  ),
  ...['ja', 'pending', 'n/a', '2026-11-23', 2, 'granted?', ['yes'], { consent: true }].map(
    (value) =>
      [`“${JSON.stringify(value)}” is no consent`, denmark, { consent: value }, noon, 'no-consent'] as const,
  ),
];

const doNotCall: Rows = [
  ['the number is on the list', denmark, { doNotCall: '+4532123456' }, noon, 'do-not-call'],
  ['in another notation', denmark, { doNotCall: '(+45) 32 12 34 56' }, noon, 'do-not-call'],
  [
    'in national notation (default country: Denmark)',
    denmark,
    { doNotCall: '32 12 34 56' },
    noon,
    'do-not-call',
  ],
  ['with 00', denmark, { doNotCall: '0045 32123456' }, noon, 'do-not-call'],
  [
    'one of several lines',
    denmark,
    { doNotCall: '+4532123457\n\n# asked in May\n+4532123456' },
    noon,
    'do-not-call',
  ],
  ['with a remark', denmark, { doNotCall: '+45 32 12 34 56 # asked in May' }, noon, 'do-not-call'],
  [
    'with commas and semicolons',
    denmark,
    { doNotCall: '+4532123457, +4532123458; +4532123456' },
    noon,
    'do-not-call',
  ],
  ['a list of texts', denmark, { doNotCall: ['+4532123457', '+4532123456'] }, noon, 'do-not-call'],
  ['a list of numbers', denmark, { doNotCall: [32123456] }, noon, 'do-not-call'],
  ['a UK number with (0)', london, { doNotCall: '+44 (0)20 7946 1234' }, noon, 'do-not-call'],
  ['a UK number with a stray 0', london, { doNotCall: '+4402079461234' }, noon, 'do-not-call'],
  ['only others are on the list', denmark, { doNotCall: '+4532123457' }, noon, 'allowed'],
  ['only a remark', denmark, { doNotCall: '# +4532123456' }, noon, 'allowed'],
  ['an empty list', denmark, { doNotCall: [] }, noon, 'allowed'],
];

const whatComesFirst: Rows = [
  ['do not call before consent', denmark, { doNotCall: denmark, consent: 'no' }, noon, 'do-not-call'],
  [
    'a consent does not undo do not call',
    denmark,
    { doNotCall: denmark, consent: 'yes' },
    noon,
    'do-not-call',
  ],
  ['consent before country', denmark, { consent: 'no', allowedCountries: 'SE' }, noon, 'no-consent'],
  ['country before cost', '+449012345678', { allowedCountries: 'SE' }, noon, 'country'],
  ['cost before time', '+19002345678', tcpa, '2026-11-23T02:00Z', 'costly-number'],
  [
    'no next time while something else forbids it',
    denmark,
    { ...office, consent: '' },
    '2026-11-23T02:00Z',
    'no-consent',
  ],
];

export const policyTable: readonly PolicyRow[] = [
  noSettings,
  countries,
  costly,
  hoursInOneZone,
  days,
  overMidnight,
  clockChanges,
  severalZones,
  noPlace,
  consent,
  doNotCall,
  whatComesFirst,
]
  .flat()
  .map(([because, number, settings, at, verdict, next = null]) => ({
    because,
    number,
    settings,
    at,
    verdict,
    next,
  }));
