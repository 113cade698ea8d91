import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { env, exit, stdout } from 'node:process';
import { DRAWN_FILES } from '@/tests/support/drawn-files';

/** The long sweeps before a release, with what makes them long. */
const SWEEPS = [
  {
    name: 'money',
    project: 'unit',
    files: ['lib/jobs/engine/money'],
    env: { MONEY_RUNS: '10000' },
  },
  {
    name: 'money-both-sites',
    project: 'unit',
    files: ['lib/jobs/engine/money.property'],
    env: { MONEY_SITES: 'both', MONEY_RUNS: '10000' },
  },
  {
    name: 'batches',
    project: 'unit',
    files: ['lib/jobs/engine/batch'],
    env: { BATCH_RUNS: '300', DRAW_TIMES: '10' },
  },
  {
    name: 'crashes',
    project: 'unit',
    files: [
      'lib/jobs/engine/strips-crash',
      'lib/jobs/engine/crash-matrix',
      'lib/jobs/engine/batch-crash-matrix',
      'lib/jobs/engine/account-switch-dreamina',
      'lib/jobs/engine/fault-matrix',
      'lib/jobs/engine/containers',
    ],
    env: { CRASHES: 'all', FAULTS: 'all' },
  },
  {
    name: 'matrices',
    project: 'e2e',
    files: [
      'tests/kills',
      'tests/interruptions',
      'tests/page-channel',
      'tests/dreamina.e2e',
      'tests/any-image',
      'tests/replace-any',
      'tests/accessibility.e2e',
      'tests/firefox.e2e',
    ],
    env: {
      KILLS: 'all',
      INTERRUPTIONS: 'all',
      ANY: 'all',
      ACCESSIBILITY: 'all',
      JOURNEYS: 'all',
    },
  },
  {
    name: 'money-live-like',
    project: 'unit',
    files: ['lib/jobs/engine/money.property'],
    env: { SERVICE: 'live-like', MONEY_RUNS: '2000' },
  },
  {
    name: 'live-like',
    project: 'e2e',
    files: ['tests/kills', 'tests/any-image.e2e'],
    env: { SERVICE: 'live-like' },
  },
  { name: 'parts', project: 'e2e', files: DRAWN_FILES, env: {} },
  { name: 'release', project: 'release', files: [], env: {} },
] as const;

let passed = 0;
let failed = 0;
for (const sweep of SWEEPS) {
  const output = `test-results/full-${sweep.name}.json`;
  rmSync(output, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${output}`];
  spawnSync('npx', ['vitest', 'run', '--project', sweep.project, ...sweep.files, ...reporters], {
    stdio: 'inherit',
    env: { ...sweep.env, ...env },
  });
  if (existsSync(output)) {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(output, 'utf8'));
    passed += numPassedTests;
    failed += numFailedTests;
  } else {
    // It did not even begin.
    failed += 1;
  }
}
stdout.write(`${passed} passed, ${failed} failed\n`);
exit(failed > 0 ? 1 : 0);
