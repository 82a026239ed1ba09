const root = require('../jest.config.js');

/**
 * The long proofs with real processes and many simulated purchases (`npm run test:crash`). They have a run of their own
 * so that `npm test` stays a matter of two minutes.
 * @type {import('jest').Config}
 */
module.exports = {
  rootDir: '..',
  testEnvironment: 'node',
  testMatch: root.testPathIgnorePatterns,
  transform: root.transform,
  setupFiles: root.setupFiles,
  randomize: true,
  restoreMocks: true,
  testTimeout: 240_000,
  // They start processes of their own; side by side they would only wait for each other.
  maxWorkers: 1,
  reporters: root.reporters,
};
