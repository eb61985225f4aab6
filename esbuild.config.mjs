/**
 * Builds both packages: each bundles the core and libphonenumber-js, so that it ships without dependencies of
 * its own. Unminified, since n8n's and Zapier's reviewers read what is published.
 */
import { build } from 'esbuild';
import { chmodSync, cpSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
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
    // Zapier requires the app itself, not an object with a `default`.
    footer: { js: 'module.exports = module.exports.default;' },
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
}

await Promise.all([replaceDist(join(root, 'zapier'), buildZapier), replaceDist(join(root, 'n8n'), buildN8n)]);
