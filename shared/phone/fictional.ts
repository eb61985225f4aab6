import type { PhoneNumber } from './phone-number';

interface FictionalRange {
  readonly callingCode: string;
  /** Of the national number, in full. */
  readonly national: RegExp;
  readonly source: string;
}

/** Numbers that regulators keep free for films, books and examples: nobody answers them. */
export const fictionalRanges: readonly FictionalRange[] = [
  {
    callingCode: '1',
    national: /^(?!800)[2-9]\d{2}55501\d{2}$|^8005550199$/,
    source: 'ATIS-0300115, 555 Line Numbers: 555-0100 to 555-0199; of 800 only 800-555-0199 (NANPA)',
  },
  {
    callingCode: '44',
    national:
      /^(?:1632960\d{3}|1(?:1[3-8]|[2-6]1)4960\d{3}|1914980\d{3}|2079460\d{3}|2896496\d{3}|2920180\d{3}|7700900\d{3}|8081570\d{3}|9098790\d{3}|3069990\d{3})$/,
    source: 'Ofcom, Telephone numbers for use in TV and radio drama programmes',
  },
  {
    callingCode: '61',
    national: /^(?:[2378](?:5550|7010)\d{4}|1800160401|1[38]00975(?:70[7-9]|71[01]))$/,
    source:
      'ACMA, Phone numbers for use in TV shows, films and creative works: landline, freephone, local rate',
  },
  {
    callingCode: '61',
    national:
      /^49157(?:0(?:006|110|15[6-9]|313|737)|1(?:266|491|804)|2(?:549|665|983)|3(?:087|770)|4(?:118|632)|5(?:254|789)|6(?:398|801)|7(?:426|644)|8(?:148|888|957)|9(?:212|455|760))$/,
    source: 'ACMA, Phone numbers for use in TV shows, films and creative works: mobile',
  },
  {
    callingCode: '33',
    national: /^(?:19900|26191|35301|46571|53649|63998)\d{4}$/,
    source: 'ARCEP, décision 2018-0881, numbers for audiovisual works',
  },
  {
    callingCode: '49',
    national: /^(?:3023125|6990009|4066969|2214710|8999998)\d{3}$/,
    source: 'Bundesnetzagentur, Mitteilung 148/2021, Drama Numbers: landline',
  },
  {
    callingCode: '49',
    national:
      /^(?:152(?:28817386|28895456|54599371)|17139200\d{2}|172(?:9925904|9968532|997318[56]|9980752)|174(?:9091317|9464308)|176040690\d{2})$/,
    source: 'Bundesnetzagentur, Mitteilung 148/2021, Drama Numbers: mobile',
  },
  {
    callingCode: '46',
    national: /^(?:7017406(?:0[5-9]|[1-9]\d)|3139006\d{2}|4062804\d{2}|8465004\d{2}|9803192\d{2})$/,
    source: 'PTS, Telefonnummer för användning i böcker och filmer',
  },
  {
    callingCode: '353',
    national: /^2091\d{5}$/,
    source: 'ComReg, Numbering Conditions of Use: 020 91X XXXX for drama',
  },
];

/** Whether a number is reserved for fiction. libphonenumber does not know these, and calls many of them valid. */
export function isFictional(number: Pick<PhoneNumber, 'callingCode' | 'nationalNumber'>): boolean {
  return fictionalRanges.some(
    ({ callingCode, national }) => callingCode === number.callingCode && national.test(number.nationalNumber),
  );
}
