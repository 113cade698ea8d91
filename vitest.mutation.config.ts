import { statSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The cheapest file first: most mutants die in it, and the rest of the files is not run. */
class CheapestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.sort((a, b) => cost(a.moduleId) - cost(b.moduleId));
  }
}

/** The whole engine runs in these, so any test of theirs costs more than a file of the others. */
const ENGINE = /\/lib\/jobs\/(engine|steps)\/|client\.test/;

function cost(path: string): number {
  return (ENGINE.test(path) ? 1e9 : 0) + statSync(path).size;
}

/**
 * The tests that try to kill mutants (docs/TESTING.md, "Mutants"): the quick ones of the engine and
 * the client. None of them uses an extension API, so WxtVitest is not needed.
 */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: [process.env.MUTATION_TESTS ?? 'lib/{jobs,jimeng}/**/*.test.ts'],
    // Each plays one scenario hundreds of times: a mutant that survives would take minutes.
    exclude: [
      '**/*-matrix.test.ts',
      '**/*.property.test.ts',
      '**/{reorder,other-account,retry-cost,long-tasks}.test.ts',
      'node_modules/**',
    ],
    unstubGlobals: true,
    // A busy machine must not kill mutants. What hangs is ended by Stryker's own time-out.
    testTimeout: 60_000,
    // Loading the modules again for each file takes as long as the tests.
    isolate: false,
    sequence: { sequencer: CheapestFirst },
  },
});
