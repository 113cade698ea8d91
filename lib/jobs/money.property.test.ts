import { env } from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { play, type Story } from '@/tests/support/money-run';
import { scripts } from '@/tests/support/money-script';

const RUNS = Number(env.MONEY_RUNS ?? 300);
const SEED = Number(env.MONEY_SEED ?? Date.now() % 0x7fff_ffff);

describe('whatever the service, the network, the browser and the person do', () => {
  it('nothing is paid twice, and nothing that was paid for is lost', async () => {
    const sum: Story = { accepted: 0, done: 0, failed: 0, rows: 0, retried: 0, effects: 0 };
    const start = performance.now();
    const leaving = JSON.parse(env.MONEY_LEAVING ?? '{}');
    await fc.assert(
      fc.asyncProperty(scripts(leaving), async (script) => {
        const story = await play(script);
        for (const key of Object.keys(sum) as (keyof Story)[]) sum[key] += story[key];
      }),
      {
        numRuns: RUNS,
        seed: SEED,
        ...(env.MONEY_PATH && { path: env.MONEY_PATH }),
      },
    );
    const ms = performance.now() - start;
    process.stdout.write(
      `money: ${RUNS} runs, seed ${SEED}, ${Math.round(ms / RUNS)} ms each, ${JSON.stringify(sum)}\n`,
    );
    expect(sum.done).toBeGreaterThan(RUNS / 4);
  }, 3_600_000);
});
