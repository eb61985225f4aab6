import type { ConformanceCase } from '../case';

function accepted(
  name: string,
  to: unknown,
  e164: string,
  call: object = {},
  result: object = {},
): ConformanceCase {
  return {
    name,
    call: { to, ...call },
    body: { to: e164 },
    result: { status: 'accepted', to: e164, ...result },
  };
}

function refused(name: string, to: unknown, reason: string, call: object = {}): ConformanceCase {
  const error = { code: 'invalid-phone-number', outcome: 'not-placed', field: 'to', reason } as const;
  return { name, call: { to, ...call }, arrives: [], error };
}

const denmark = { defaultCountry: 'DK' };

export const phoneCases: readonly ConformanceCase[] = [
  accepted('international number', '+4532123456', '+4532123456', {}, { country: 'DK', numberValid: true }),
  accepted('blanks, dots, dashes and brackets', '+1 (202) 555-01.90', '+12025550190', {}, { country: 'US' }),
  accepted('national number with a country', '32 12 34 56', '+4532123456', denmark),
  accepted('national prefix with a country', '030 901820', '+4930901820', { defaultCountry: 'DE' }),
  accepted('international number beats the default country', '+4930901820', '+4930901820', denmark),
  accepted('leading 00 where the country uses it', '00 49 30 901820', '+4930901820', denmark),
  accepted('number from a sheet, with a country', 32123456, '+4532123456', denmark),
  accepted('full-width digits', '＋４５３２１２３４５６', '+4532123456'),
  accepted('Arabic digits', '+٤٥٣٢١٢٣٤٥٦', '+4532123456'),
  accepted('Persian digits', '+۴۵۳۲۱۲۳۴۵۶', '+4532123456'),
  accepted('marks of a contact card', '\u202a+45\u00a032\u00a012\u00a034\u00a056\u202c', '+4532123456'),
  accepted('zero-width blanks and a byte order mark', '\ufeff+45\u200b32123456', '+4532123456'),
  accepted('the apostrophe of a spreadsheet', "'+4532123456", '+4532123456'),
  accepted('typographic dashes', '+45–3212—3456', '+4532123456'),
  accepted('tel: link', 'tel:+45-32-12-34-56', '+4532123456'),
  accepted('country code in brackets', '(+45) 32123456', '+4532123456'),
  accepted('trunk zero in brackets', '+44 (0)20 7946 0958', '+442079460958', {}, { country: 'GB' }),
  accepted('Italian leading zero stays', '+39 06 6982', '+39066982'),
  accepted('small country', '+683 4002', '+6834002', {}, { country: 'NU' }),
  accepted(
    'possible but unassigned',
    '+1 555 123 4567',
    '+15551234567',
    {},
    { numberValid: false, country: null },
  ),
  accepted('Jamaica shares +1', '+1 876 555 0150', '+18765550150', {}, { country: 'JM' }),
  accepted('a slash between the groups of one number', '04532/123456', '+494532123456', {
    defaultCountry: 'DE',
  }),
  accepted('a number that lost its trunk zero in a spreadsheet', 16012345678, '+4916012345678', {
    defaultCountry: 'DE',
  }),
  refused('a country code without its +, which could be an area code', '491711234567', 'ambiguous', {
    defaultCountry: 'DE',
  }),
  refused('the date beside the number', '24.11.2026', 'date', denmark),
  refused('a footnote mark', '+49 30 901820²', 'characters'),
  refused('another ending behind a slash', '+49 30 901820/21', 'several-numbers'),
  refused('empty', '', 'empty'),
  refused('blanks only', '   ', 'empty'),
  refused('letters', 'call me', 'letters'),
  refused('vanity number', '+1 800 FLOWERS', 'letters'),
  refused('two numbers', '+4532123456, +4532123457', 'several-numbers'),
  refused('two numbers without a comma', '+4532123456+4532123457', 'several-numbers'),
  refused('two lines', '+4532123456\n+4532123457', 'several-numbers'),
  refused('extension', '+4532123456 ext. 12', 'extension'),
  refused('extension of a tel: link', 'tel:+4532123456;ext=12', 'extension'),
  refused('national number without a country', '32123456', 'no-country'),
  refused('leading 00 without a country', '004532123456', 'international-prefix'),
  refused('country code only', '+45', 'country-code-only'),
  refused('emergency number', '112', 'emergency-or-short', denmark),
  refused('emergency number with a country code', '+45 112', 'emergency-or-short'),
  refused('short number', '1818', 'emergency-or-short', denmark),
  refused('European number of social value', '116117', 'emergency-or-short', { defaultCountry: 'DE' }),
  refused('too short', '+45 3212345', 'too-short'),
  refused('too long', '+45 321234567', 'too-long'),
  refused('longer than E.164', '+4532123456789012', 'too-long'),
  refused('no such country', '+999 12345678', 'unknown-country-code'),
  refused('spreadsheet format', '4.53E+09', 'spreadsheet-format'),
  refused('a list', ['+4532123456'], 'not-text'),
  refused('a yes', true, 'not-text'),
  refused('strange characters', '+45 3212*3456', 'characters'),
  refused('unassigned, when validity is asked for', '+1 555 123 4567', 'unassigned', {
    requireValidNumber: true,
  }),
  accepted('assigned, when validity is asked for', '+4532123456', '+4532123456', {
    requireValidNumber: true,
  }),
  {
    name: 'a country that does not exist',
    call: { to: '32123456', defaultCountry: 'XX' },
    arrives: [],
    error: {
      code: 'invalid-setting',
      outcome: 'not-placed',
      field: 'defaultCountry',
      reason: 'unknown-country',
    },
  },
];
