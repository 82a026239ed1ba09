const root = require('../../jest.config.js');

/** The tests that drive a real browser: they need Chromium and fonts with Japanese. @type {import('jest').Config} */
module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
  transform: root.transform,
  setupFiles: root.setupFiles,
  randomize: true,
  restoreMocks: true,
  testTimeout: 60_000,
  // Two browsers keep two cores busy; more only wait for each other.
  maxWorkers: 2,
  reporters: root.reporters,
};
