/**
 * Builds both packages: each bundles the core and libphonenumber-js, so that it ships without dependencies of
 * its own. Unminified, since n8n's and Zapier's reviewers read what is published.
 */
import { build } from 'esbuild';
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  charset: 'utf8',
  legalComments: 'inline',
  logLevel: 'warning',
};

/** What the licences of others ask of whoever passes their work on. */
function thirdPartyLicenses() {
  const of = (file) => readFileSync(join(root, 'node_modules/libphonenumber-js', file), 'utf8').trimEnd();
  const { version } = JSON.parse(of('package.json'));
  const zones = join(root, 'shared/policy/time-zone-prefixes.generated.json');
  const { source, copyright, licence, changes } = JSON.parse(readFileSync(zones, 'utf8'));
  const parts = [
    'This package contains work of others, under the licences below.',
    `libphonenumber-js ${version} (https://www.npmjs.com/package/libphonenumber-js)\n\n${of('LICENSE')}`,
    `Its code and metadata derive from Google's libphonenumber (https://github.com/google/libphonenumber).\n${copyright}\nLicensed under the Apache License, Version 2.0; the text is at the end.`,
    `Time zone data: ${source}\n${copyright}\nLicensed under ${licence}; the text is at the end.\nChanged: ${changes}`,
    of('LICENSE.Apache'),
  ];
  return `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** Builds beside the old folder and swaps them at the end, so that nobody loads half a build. */
async function replaceDist(folder, buildInto) {
  const fresh = mkdtempSync(join(folder, '.dist-'));
  await buildInto(fresh);
  const dist = join(folder, 'dist');
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
  // Temporary folders are private, a build is not.
  chmodSync(dist, 0o755);
}

async function buildZapier(outdir) {
  await build({
    ...common,
    entryPoints: [join(root, 'zapier/src/index.ts')],
    outdir,
    external: ['zapier-platform-core'],
    // Zapier requires the app itself, not an object with a `default`. Its tool packs no file that is not required,
    // so that the licences go into the bundle.
    footer: { js: `module.exports = module.exports.default;\n/*!\n${thirdPartyLicenses()}*/` },
  });
}

/** Entry points keep their folders: n8n finds a class by the name of its file. */
async function buildN8n(outdir) {
  const source = join(root, 'n8n');
  const files = ['nodes', 'credentials'].flatMap((folder) =>
    readdirSync(join(source, folder), { recursive: true }).map((file) => join(folder, String(file))),
  );
  await build({
    ...common,
    entryPoints: files
      .filter((file) => /\.(?:node|credentials)\.ts$/.test(file))
      .map((file) => join(source, file)),
    outdir,
    outbase: source,
    external: ['n8n-workflow'],
  });
  for (const file of files.filter((name) => /\.(?:svg|png|node\.json)$/.test(name))) {
    cpSync(join(source, file), join(outdir, file));
  }
  writeFileSync(join(outdir, 'THIRD-PARTY-LICENSES.txt'), thirdPartyLicenses());
}

await Promise.all([replaceDist(join(root, 'zapier'), buildZapier), replaceDist(join(root, 'n8n'), buildN8n)]);
