import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { includes, same } from '../support/report';
import type { Bench } from './bench';
import type { ToolAnswer } from './tool';

/** What the tool prints when something is not quite right. */
const complaint = /warn|deprecat|error|fail|invalid/i;

/** What it prints when all is well, although it looks like a complaint. */
const allIsWell = /^No structural errors found/;

/** Where a key, a token or a setting of one machine would be. */
const secretFile = /(^|\/)(\.env|\.npmrc|\.zapierapprc|\.netrc|.*\.(pem|key))$/;
const secretText = /VF\.(DM|WS)\.[0-9a-f]{24}|NPM_TOKEN|ZAPIER_DEPLOY_KEY|BEGIN [A-Z ]*PRIVATE KEY/;

/** What Zapier's own tool says to the app, and what it put into the zip. */
export async function checkPackaging(bench: Bench, built: ToolAnswer): Promise<void> {
  const { report, tool, zapier, files, unpacked } = bench;
  report.section('Zapier’s own tool, and what it packs');

  await report.check('`validate --without-style` finds nothing', async () => {
    const { code, text } = await tool('validate', '--without-style');
    same([code, complaints(text)], [0, []], 'Exit code and complaints');
    includes(text, 'This project is structurally sound!');
  });
  await report.check('`build` with its full validation finds nothing', () => {
    same([built.code, complaints(built.text)], [0, []], 'Exit code and complaints');
    includes(built.text, 'Build complete!');
  });
  await report.check('Nothing but the style check was asked of Zapier’s API', () => {
    same([...new Set(zapier.asked)], ['POST /api/platform/cli/check'], 'What was asked');
  });
  await report.check('Of ours, the zip holds the app and nothing else', () => {
    const ours = files.filter((file) => !file.startsWith('node_modules/'));
    same(ours, ['definition.json', 'dist/index.js', 'index.js', 'package.json', 'zapierwrapper.js']);
    return `${files.length} files in all`;
  });
  await report.check('No sources, tests or secrets of ours', () => {
    const ours = files.filter((file) => !file.startsWith('node_modules/'));
    same(
      files.filter((file) => secretFile.test(file)),
      [],
      'Files of this kind',
    );
    same(
      ours.filter((file) => /\.(ts|map)$|(^|\/)tests?\//.test(file)),
      [],
      'Sources and tests',
    );
    same(
      ours.filter((file) => secretText.test(readFileSync(join(unpacked, file), 'utf8'))),
      [],
      'Files with secrets in them',
    );
  });
}

function complaints(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => complaint.test(line) && !allIsWell.test(line));
}
