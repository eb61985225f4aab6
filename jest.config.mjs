/** One configuration for every test; `npx jest test/shared` runs a part. */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
  },
  globalSetup: '<rootDir>/test/tools/build-for-tests.mjs',
  setupFilesAfterEnv: ['<rootDir>/test/tools/restore-http.ts'],
  modulePathIgnorePatterns: ['/dist/', '/build/', '/.stryker-tmp/'],
  testEnvironment: 'node',
  // For a machine that is busy with other things; nothing here waits that long.
  testTimeout: 60_000,
};
