/**
 * Mutation run over the engine and the client (docs/TESTING.md, "Mutants").
 * `npm run test:mutation -- --mutate lib/jobs/steps/submit.ts` runs it for one file.
 */
export default {
  mutate: ['lib/{jobs,jimeng}/**/*.ts', '!**/*.test.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: true },
  plugins: ['@stryker-mutator/vitest-runner'],
  // Stryker rewrites paths in tsconfig.json with an API that TypeScript 7 has no more; ours needs none.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  // A constant of a module is mutated before any test runs, so every test must run for each such
  // mutant: a hundred times the cost of another. `--ignoreStatic false` takes them in.
  ignoreStatic: true,
  concurrency: 2,
  // The sandbox needs neither of these, and copying them takes longer than a run.
  ignorePatterns: ['.demo', '.output', 'docs', 'public', 'test-results'],
  // A mutant in virtual time may wait for ever; a busy machine must not be taken for that.
  timeoutMS: 60_000,
  timeoutFactor: 2,
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'test-results/mutation/index.html' },
  jsonReporter: { fileName: 'test-results/mutation/report.json' },
  tempDirName: 'test-results/mutation/sandbox',
};
