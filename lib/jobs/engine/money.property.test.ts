import { env } from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { play, type Story } from '@/tests/support/money-run';
import { type Script, scripts } from '@/tests/support/money-script';

/** 300 with every `npm test`; `npm run test:full` makes 10,000. */
const RUNS = Number(env.MONEY_RUNS ?? 300);
/** Another one each time. A failure prints it; `MONEY_SEED` repeats it. */
const SEED = Number(env.MONEY_SEED ?? Date.now() % 0x7fff_ffff);
/** Half of the runs have accounts at both sites; with `both`, all of them. */
const IS_AT_BOTH = env.MONEY_SITES === 'both';
/** Far more than a run takes on a busy machine. */
const RUN_MS = 2_000;

const NOTHING: Story = { rows: 0, accepted: 0, done: 0, failed: 0, retried: 0, effects: 0 };

function sum(one: Story, other: Story): Story {
  const keys = Object.keys(one) as (keyof Story)[];
  return Object.fromEntries(keys.map((key) => [key, one[key] + other[key]])) as unknown as Story;
}

describe('whatever the service, the network, the browser and the person do', () => {
  it('nothing is paid twice, nothing that was paid for is lost, and every row wakes', {
    timeout: RUNS * RUN_MS,
  }, async () => {
    process.stdout.write(`money: ${RUNS} runs, seed ${SEED} (MONEY_SEED repeats it)\n`);
    let total = NOTHING;
    const begun = process.cpuUsage();
    await fc.assert(
      fc.asyncProperty(scripts(IS_AT_BOTH), async (script: Script) => {
        total = sum(total, await play(script));
      }),
      { numRuns: RUNS, seed: SEED },
    );
    const { user, system } = process.cpuUsage(begun);
    const each = Math.round((user + system) / 1_000 / RUNS);
    const { rows, accepted, done, retried, effects } = total;
    process.stdout.write(
      `money: ${rows} rows, ${accepted} orders accepted, ${done} done, ${retried} more by Retry, ` +
        `${effects} effects, ${each} ms of processor time a run\n`,
    );
    // The runs were about something.
    expect(accepted).toBeGreaterThan(RUNS / 2);
    expect(done).toBeGreaterThan(RUNS / 4);
  });
});
