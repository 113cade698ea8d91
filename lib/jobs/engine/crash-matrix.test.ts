import { afterEach, describe, expect, it } from 'vitest';
import { type CrashPoint, createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { isEnded } from '../model/job';

/** A job that needs more effects than this has gone wrong. */
const MOST_EFFECTS = 400;
let world: JobWorld;
afterEach(() => world?.close());

/** Who sends the order: the background, or the service's own page. */
const WAYS = { background: {}, page: { way: 'page' } } as const;

/** Runs one job with a worker that dies at the given point, and checks every promise of the money rule. */
async function runWithCrash(way: keyof typeof WAYS, crash?: CrashPoint) {
  const simulator = { ordersNeedPage: way === 'page' };
  world = await createJobWorld({ simulator, ...(crash && { crash }) });
  const added = await world.add(WAYS[way]).catch(() => undefined);
  if (!added) {
    // The row was never written: the click did nothing, so nothing may have been paid.
    expect(world.simulator.submissions).toHaveLength(0);
    return { effects: [...world.effects], stage: 'not begun' as const };
  }
  const job = await world.untilEnded(added.id);
  await world.pass(5 * 60_000);
  return { effects: [...world.effects], stage: job.stage, job };
}

describe('a worker killed before and after every effect of a job', () => {
  it.each(['background', 'page'] as const)(
    'never orders twice, never loses the row, and never lies about the outcome: %s',
    async (way) => {
      const { effects, stage } = await runWithCrash(way);
      expect(stage).toBe('done');
      await world.close();
      const outcomes: Record<string, number> = {};
      let points = 0;
      expect(effects.length).toBeLessThan(MOST_EFFECTS);
      for (const effect of effects) {
        for (const when of ['before', 'after'] as const) {
          const { job, stage: ended } = await runWithCrash(way, { effect, when });
          const at = `${when} ${effect}`;
          const { submissions, violations } = world.simulator;
          expect(submissions.length, at).toBeLessThanOrEqual(1);
          expect(violations, at).toEqual([]);
          if (job) {
            expect(isEnded(job), at).toBe(true);
            if (job.stage === 'failed') {
              expect(job.failure, at).toMatchObject({
                code: 'submit-unconfirmed',
                charged: 'maybe',
              });
              expect(submissions, at).toHaveLength(0);
            } else {
              expect(job.stage, at).toBe('done');
              expect(await world.store.blob(`${job.id}/result`), at).toBeDefined();
            }
          }
          outcomes[ended] = (outcomes[ended] ?? 0) + 1;
          points += 1;
          await world.close();
        }
      }
      process.stdout.write(
        `crash matrix, ${way}: ${points} crash points over ${effects.length} effects, ${JSON.stringify(outcomes)}\n`,
      );
      expect(points).toBeGreaterThan(60);
      expect(outcomes.done).toBeGreaterThan(points / 2);
      // Killed between the commit and the order, the row cannot know; it must say so.
      expect(outcomes.failed).toBeGreaterThanOrEqual(1);
    },
    120_000,
  );
});
