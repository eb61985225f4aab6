import { parsePhoneNumber } from '../../../shared/phone/phone-number';
import table from '../../../shared/policy/time-zone-prefixes.generated.json';
import { findZone } from '../../../shared/policy/local-time';
import { zonesOfDigits, zonesOfNumber } from '../../../shared/policy/time-zones';
import source from './time-zone-source-rows.json';

const rows = Object.entries(source.rows);
const namesOf = (number: string): string[] => zonesOfNumber(parsePhoneNumber(number)).map(({ name }) => name);

describe('the generated table', () => {
  const areaCode = /^1\d{3}$/;

  it('says where it comes from', () => {
    expect(table.source).toContain('libphonenumber');
    expect(table.licence).toContain('Apache-2.0');
    expect(source.sha512).toBe(table.sha512);
  });

  it('agrees with at least 300 rows of its source', () => {
    const exact = rows.filter(([prefix]) => !areaCode.test(prefix) && !prefix.startsWith('7'));
    expect(exact.length).toBeGreaterThanOrEqual(300);
    expect(exact.filter(([prefix, names]) => zonesOfDigits(prefix) !== names)).toEqual([]);
  });

  it('holds all zones of the source, and more where an area code has other exchanges', () => {
    const wide = rows.filter(([prefix]) => areaCode.test(prefix));
    expect(wide.length).toBeGreaterThan(20);
    for (const [prefix, names] of wide) {
      expect(zonesOfDigits(prefix)?.split('&')).toEqual(expect.arrayContaining(names.split('&')));
    }
    expect(zonesOfDigits('1219')).toBe('America/Chicago&America/New_York');
  });

  it('names only zones that this system knows', () => {
    const names = [
      ...Object.keys(table.prefixes).flatMap((key) => key.split('&')),
      ...Object.values(table.countries),
    ];
    expect(names.filter((name) => findZone(name) === null)).toEqual([]);
  });

  it('has no prefix twice', () => {
    const prefixes = Object.values(table.prefixes).flatMap((list) => list.split(' '));
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(prefixes.every((prefix) => /^\d+$/.test(prefix))).toBe(true);
  });
});

describe('the zones of a number', () => {
  it.each([
    ['a landline by its area', '+34928123456', ['Atlantic/Canary']],
    ['a mobile by its country', '+34612345678', ['Atlantic/Canary', 'Europe/Madrid']],
    ['an internet line by its country', '+33912345678', ['Europe/Paris']],
    ['a Brazilian mobile by its area', '+5511912345678', ['America/Sao_Paulo']],
    ['a Mexican number by its area', '+526641234567', ['America/Tijuana']],
    ['a Chinese mobile: one clock', '+8613812345678', ['Asia/Shanghai']],
    [
      'an Indonesian mobile by its country',
      '+6281234567890',
      ['Asia/Jakarta', 'Asia/Jayapura', 'Asia/Makassar'],
    ],
    ['a North American number by its area', '+18085551234', ['Pacific/Honolulu']],
    ['an unassigned number of a known area', '+12125550123', ['America/New_York']],
    ['an impossible exchange of a known area', '+12121551234', ['America/New_York']],
    ['a country of the North American plan', '+18765551234', ['America/Jamaica']],
    ['a country that shares a calling code', '+77012345678', ['Asia/Almaty']],
    ['a country whose clock differs from the one that stands for it', '+212612345678', ['Africa/Casablanca']],
    ['a toll-free number: none', '+18002345678', []],
    ['an international service: none', '+80012345678', []],
  ])('%s', (_, number, names) => {
    expect(namesOf(number)).toEqual(names);
  });

  it('are those of the whole calling code if the area is unknown', () => {
    expect(namesOf('+19995551234').length).toBeGreaterThan(30);
  });
});

describe('findZone', () => {
  it('knows names and refuses others', () => {
    expect(findZone('Europe/Copenhagen')?.offsetAt(Date.parse('2026-07-01T12:00Z'))).toBe(7_200_000);
    expect(findZone('Europe/Copenhagen')).toBe(findZone('Europe/Copenhagen'));
    expect(findZone('Europe/Atlantis')).toBeNull();
  });

  it('agrees with Intl around every change of two years, by the minute', () => {
    const zone = findZone('Australia/Lord_Howe');
    const formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: 'Australia/Lord_Howe',
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
    });
    for (const change of ['2026-04-04T15:00Z', '2026-10-03T15:30Z', '2027-04-03T15:00Z']) {
      for (let minute = -40; minute < 40; minute += 1) {
        const instant = Date.parse(change) + minute * 60_000;
        const local = new Date(instant + (zone?.offsetAt(instant) ?? NaN)).toISOString().slice(11, 16);
        expect(local).toBe(formatter.format(instant));
      }
    }
  });

  it('forgets offsets rather than growing without bound, and stays right', () => {
    const zone = findZone('Europe/Paris');
    const start = Date.parse('2026-01-01T00:00Z');
    for (let index = 0; index < 5000; index += 1) zone?.offsetAt(start + index * 900_000);
    expect(zone?.offsetAt(start)).toBe(3_600_000);
  });
});
