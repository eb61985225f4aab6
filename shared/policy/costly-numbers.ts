import type { PhoneNumber } from '../phone/phone-number';

interface NumberRange {
  readonly callingCode: string;
  /** Of the national number. */
  readonly national: RegExp;
  readonly what: string;
  readonly source: string;
}

/**
 * Kinds of numbers, after libphonenumber’s metadata, that cost more than a call to a person. Personal numbers and
 * pagers are forwarded at the caller’s expense. Universal access numbers are billed by whatever the company chose.
 */
const costlyTypes: Readonly<Record<string, string>> = {
  'premium-rate': 'a premium-rate number',
  'shared-cost': 'a shared-cost number',
  uan: 'a company number that is often billed extra',
  'personal-number': 'a personal forwarding number',
  pager: 'a pager',
};

/** Calling codes of no country: satellite phones and international services (ITU-T E.164, assigned codes). */
const costlyCallingCodes: Readonly<Record<string, string>> = {
  '808': 'an international shared-cost number', // ITU-T E.169.3
  '870': 'a satellite phone', // Inmarsat SNAC
  '878': 'an international personal number', // Universal Personal Telecommunication, ITU-T E.168.1
  '881': 'a satellite phone', // Global Mobile Satellite System: Iridium, Globalstar
  '882': 'an international network number', // international networks, Thuraya among them
  '883': 'an international network number', // international networks
  '888': 'an international service number', // formerly for disaster relief
  '979': 'an international premium-rate number', // ITU-T E.169.2
};

/** Universal access numbers that a regulator holds to the price of an ordinary call. All others count as costly. */
export const ordinaryRanges: readonly NumberRange[] = [
  {
    callingCode: '44',
    national: /^3/,
    what: 'UK-wide numbers (03)',
    source: 'Ofcom, National Telephone Numbering Plan: 03 at geographic rate',
  },
  {
    callingCode: '33',
    national: /^80[6-9]/,
    what: 'numbers at normal price (0806 to 0809)',
    source: 'ARCEP, décision 2018-0881: tarification banale',
  },
  {
    callingCode: '46',
    national: /^10/,
    what: 'numbers that are not tied to a place (010)',
    source: 'PTS, Swedish numbering plan for telephony according to ITU-T E.164',
  },
  {
    callingCode: '41',
    national: /^5[18]/,
    what: 'numbers of corporate networks (051, 058)',
    source: 'BAKOM, Swiss numbering plan E.164/2002',
  },
];

/**
 * Own rules, for ranges that are set aside for costly services while libphonenumber (metadata of
 * libphonenumber-js 1.13) takes numbers in them for ordinary or unassigned ones.
 */
export const ownRanges: readonly NumberRange[] = [
  {
    callingCode: '1',
    national: /^(?:900|[2-9]\d{2}976\d{4}$)/,
    what: 'a pay-per-call number',
    source: 'NANPA: 900 numbers (47 CFR 64.1501); 976, information services, ATIS-0300051 (also CRTC)',
  },
  {
    callingCode: '44',
    national: /^(?:9|8[47]|70|76(?!24))/,
    what: 'a service, personal or pager number',
    source:
      'Ofcom, National Telephone Numbering Plan: 09, 084, 087, 070, 076 except 07624 (Isle of Man mobile)',
  },
  {
    callingCode: '49',
    national: /^(?:900|190|180|13[78]|118)/,
    what: 'a service number',
    source: 'Bundesnetzagentur, Nummernpläne 0900, 0180, 0137, 118xy; TKG § 3 (0190: the older plan)',
  },
  {
    callingCode: '39',
    national: /^(?:89|1(?:44|6[0346]|78|99))/,
    what: 'a premium-rate or personal number',
    source: 'AGCOM, delibera 8/15/CIR, Piano di numerazione',
  },
  {
    callingCode: '34',
    national: /^(?:80[367]|90[1257])/,
    what: 'a premium-rate or shared-cost number',
    source: 'CNMC, Plan nacional de numeración: 803, 806, 807, 901, 902, 905, 907',
  },
  {
    callingCode: '41',
    national: /^90/,
    what: 'a premium-rate number',
    source: 'BAKOM, Swiss numbering plan E.164/2002: 090x',
  },
  {
    callingCode: '61',
    national: /^19/,
    what: 'a premium-rate number',
    source: 'ACMA, Telecommunications Numbering Plan 2015: 19',
  },
  {
    callingCode: '55',
    national: /^[39]00/,
    what: 'a paid service number',
    source: 'Anatel, Regulamento de Numeração (Resolução 749/2022): 0300, 0900',
  },
  {
    callingCode: '36',
    national: /^9[01]/,
    what: 'a premium-rate number',
    source: 'NMHH, national numbering plan: 90, 91',
  },
  {
    callingCode: '385',
    national: /^6[0145]/,
    what: 'a premium-rate number',
    source: 'HAKOM, Plan numeriranja: 060, 061, 064, 065',
  },
  {
    callingCode: '359',
    national: /^90/,
    what: 'a premium-rate number',
    source: 'CRC, National Numbering Plan: 90',
  },
  {
    callingCode: '380',
    national: /^900/,
    what: 'a premium-rate number',
    source: 'NCEC, national numbering plan: 0 900',
  },
];

/** What makes a number costly, in words that follow “is …”; `null` for an ordinary number. */
export function whyCostly(number: PhoneNumber): string | null {
  const service = costlyCallingCodes[number.callingCode];
  if (service !== undefined) return service;
  const own = ownRanges.find((range) => isIn(range, number));
  if (own !== undefined) return own.what;
  if (ordinaryRanges.some((range) => isIn(range, number))) return null;
  return number.type === null ? null : (costlyTypes[number.type] ?? null);
}

function isIn({ callingCode, national }: NumberRange, number: PhoneNumber): boolean {
  return callingCode === number.callingCode && national.test(number.nationalNumber);
}
