/**
 * Changes the code on purpose, one place at a time, and looks whether a test turns red: `npm run test:mutation`.
 * Over what keeps people from being rung twice: retry, ledger and outcome.
 */
const transform = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } };

export default {
  mutate: [
    'shared/batch/*.ts',
    'shared/ledger/*.ts',
    'shared/outcome/*.ts',
    'shared/call/{place-call,place-one,try-call,request-call}.ts',
    'shared/http/{retry-after,transport-fault,back-off}.ts',
  ],
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  jest: {
    // There is one file, and it needs all of them.
    enableFindRelatedTests: false,
    // Laid over jest.config.mjs.
    config: {
      // Stryker works in a folder that jest.config.mjs makes Jest look away from; nothing built is needed here.
      modulePathIgnorePatterns: ['/dist/', '/build/'],
      globalSetup: null,
      setupFilesAfterEnv: [],
      testMatch: ['<rootDir>/test/tools/mutation/every-test.ts'],
      // Stryker itself resolves it, and knows no <rootDir>.
      testEnvironment: './test/tools/mutation/fail-fast.cjs',
      transform: { '^.+\\.ts$': ['@swc/jest', transform] },
      // A change that makes a call wait for ever ends here and not at Stryker's limit, which costs a new process.
      testTimeout: 4_000,
    },
  },
  ignorePatterns: ['dist', 'build', 'docs', '.ci', 'coverage', 'reports', '*.tgz'],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  concurrency: 2,
  timeoutMS: 6_000,
  tempDirName: '.stryker-tmp',
  thresholds: { high: 90, low: 85, break: 85 },
};
