/**
 * Makes `example-numbers.json`, libphonenumber's own example numbers of every country and type:
 *
 *   node test/shared/policy/generate-example-numbers.mjs
 *
 * Source: the npm package google-libphonenumber (Google's library, Apache-2.0), fetched with `npm pack`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const version = '3.2.47';
const folder = mkdtempSync(join(tmpdir(), 'example-numbers-'));
try {
  execFileSync('npm', ['pack', `google-libphonenumber@${version}`, '--silent'], { cwd: folder });
  execFileSync('tar', ['xzf', join(folder, `google-libphonenumber-${version}.tgz`), '-C', folder]);
  const library = createRequire(import.meta.url)(join(folder, 'package'));
  const util = library.PhoneNumberUtil.getInstance();
  const example = (country, type) => {
    const number = util.getExampleNumberForType(country, type);
    return number === null ? [] : [util.format(number, library.PhoneNumberFormat.E164)];
  };
  const types = Object.entries(library.PhoneNumberType).filter(
    ([name]) => name !== 'UNKNOWN' && name !== 'FIXED_LINE_OR_MOBILE',
  );
  const rows = util
    .getSupportedRegions()
    .sort()
    .map((country) => [
      country,
      types.flatMap(([name, type]) => example(country, type).map((number) => `${name} ${number}`)).join(', '),
    ]);
  const services = [800, 808, 870, 878, 881, 882, 883, 888, 979].map((code) =>
    util.format(util.getExampleNumberForNonGeoEntity(code), library.PhoneNumberFormat.E164),
  );
  const data = {
    source: `google-libphonenumber@${version}, PhoneNumberUtil.getExampleNumberForType`,
    licence: 'Apache-2.0',
    countries: Object.fromEntries(rows),
    services: services.join(', '),
  };
  writeFileSync(new URL('./example-numbers.json', import.meta.url), `${JSON.stringify(data, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
