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
    // Laid over jest.config.mjs.
    config: {
      // Stryker works in a folder that jest.config.mjs makes Jest look away from; nothing built is needed here.
      modulePathIgnorePatterns: ['/dist/', '/build/'],
      globalSetup: null,
      setupFilesAfterEnv: [],
      testMatch: [
        '<rootDir>/test/shared/{batch,ledger,call,outcome}/*.test.ts',
        '<rootDir>/test/shared/http/{retry-after,transport-fault}.test.ts',
        '<rootDir>/test/repeats/{closing-time,stop}.test.ts',
      ],
      // Hundreds of simulated batches for each changed place: the turns are tested one by one beside it.
      testPathIgnorePatterns: ['/node_modules/', '/batch/pace.test.ts'],
      transform: { '^.+\\.ts$': ['@swc/jest', transform] },
      testTimeout: 5_000,
    },
  },
  ignorePatterns: ['dist', 'build', 'docs', '.ci', 'coverage', 'reports', '*.tgz'],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  concurrency: 2,
  timeoutMS: 4_000,
  tempDirName: '.stryker-tmp',
  thresholds: { high: 90, low: 85, break: 85 },
};
