/** One configuration for every test; `npx jest test/shared` runs a part. */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
  },
  modulePathIgnorePatterns: ['/dist/', '/build/', '/.stryker-tmp/'],
  testEnvironment: 'node',
};
