/**
 * `npm test`: everything that can be checked without an account and without the internet. Many tests wait for an
 * answer, so jest may use all cores while the checks of the sources run beside it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, runStep } from './steps.mjs';

const started = Date.now();
const folder = mkdtempSync(join(tmpdir(), 'voiceflow-check-'));
const report = join(folder, 'jest.json');

process.stdout.write('Checking everything; it takes a minute or two.\n');
const build = await runStep('build of both packages', commands.build);
const steps = [build];
let tests = { passed: 0, failed: 0 };
if (build.passed) {
  const [jest, ...sources] = (
    await Promise.all([
      runStep('tests', [
        ...commands.jest,
        '--ci',
        '--maxWorkers=100%',
        '--json',
        `--outputFile=${report}`,
      ]).then((step) => [step]),
      checkSources(),
    ])
  ).flat();
  steps.push(jest, ...sources);
  tests = countTests(jest);
}
rmSync(folder, { recursive: true, force: true });

for (const { name, output } of steps.filter(({ passed }) => !passed)) {
  process.stdout.write(`\n--- ${name} ---\n${output.trim()}\n`);
}
process.stdout.write(`\n${tests.summary ?? 'No tests ran.'}\n`);

// Jest is counted by its tests, every other step as one check.
const checks = steps.filter(({ name }) => name !== 'tests');
const passed = tests.passed + checks.filter((step) => step.passed).length;
const failed = tests.failed + checks.filter((step) => !step.passed).length;
process.stdout.write(`${checks.length} checks beside the tests; ${seconds(Date.now() - started)} in all.\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

async function checkSources() {
  return [
    await runStep('types (tsc)', commands.types),
    await runStep('lint (eslint)', commands.lint),
    await runStep('format (prettier)', commands.format),
  ];
}

/** Jest's own figures; a file that does not even load is a failure too, and so is a jest that dies. */
function countTests({ passed: exitedWell, output }) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, summary: 'Jest left no report.' };
  }
  const failures = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: exitedWell ? failures : Math.max(1, failures),
    summary: /^Test Suites:[^]*?^Time:.*$/m.exec(output)?.[0] ?? '',
  };
}

function seconds(ms) {
  return `${Math.round(ms / 1000)} s`;
}
