/** `npm test`: runs every stage until one fails, and prints the time of each. */
import { spawnSync } from 'node:child_process';
import { env, exit, stdout } from 'node:process';

/** Scripts of package.json, the fast ones first. */
const STAGES = ['lint', 'types', 'test:unit', 'build', 'test:e2e'];

/** Which end-to-end files about one part run (tests/support/drawn-files.ts). */
const DRAWING = { E2E: 'drawn', E2E_SEED: String(Date.now() % 1_000_000), ...env };

const lines: string[] = [];
const add = (name: string, ms: number, word = '') =>
  lines.push(`${name.padEnd(10)} ${`${Math.round(ms / 1_000)} s`.padStart(8)}${word}`);

let isPassed = true;
const begun = performance.now();
for (const stage of STAGES) {
  const from = performance.now();
  const { status } = spawnSync('npm', ['run', stage], { stdio: 'inherit', env: DRAWING });
  isPassed = status === 0;
  add(stage, performance.now() - from, isPassed ? '' : '  failed');
  if (!isPassed) break;
}
add('whole', performance.now() - begun);
stdout.write(`\nDrawn end-to-end files: E2E=${DRAWING.E2E} E2E_SEED=${DRAWING.E2E_SEED}\n`);
stdout.write(`\nWall time by stage:\n${lines.join('\n')}\n`);
exit(isPassed ? 0 : 1);
