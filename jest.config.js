/** Proofs that start whole processes again and again, or run thousands of purchases: test/crash.jest.config.js. */
const LONG_PROOFS = [
  'flow/simulation',
  'flow/crash',
  'flow/two-processes',
  'unit/simulator/console/start',
].map((name) => `<rootDir>/test/${name}.test.ts`);

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['<rootDir>/test/{unit,flow,contract}/**/*.test.ts'],
  testPathIgnorePatterns: LONG_PROOFS,
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  setupFiles: ['<rootDir>/test/support/quiet-aws-sdk.js'],
  // Jest leaves one core idle by default; on two cores that would double the time.
  maxWorkers: '100%',
  randomize: true,
  restoreMocks: true,
  testTimeout: 20_000,
  // Instrumented once per file and kept in the cache: with v8 the same numbers took three times as long.
  coverageProvider: 'babel',
  collectCoverageFrom: ['lambda/src/**/*.{ts,tsx}'],
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'lcov'],
  coverageThreshold: {
    global: { branches: 90, functions: 90, lines: 90, statements: 90 },
    './lambda/src/payment/': { branches: 100, functions: 100, lines: 100, statements: 100 },
    './lambda/src/voice/': { branches: 100, functions: 100, lines: 100, statements: 100 },
  },
  reporters: ['default', '<rootDir>/test/support/tally-reporter.js'],
};
