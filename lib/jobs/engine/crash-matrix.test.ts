import { env } from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import { ABROAD_OFF } from '@/simulator/service/abroad-options';
import {
  type CrashPoint,
  createJobWorld,
  type JobWorld,
  type WorldOptions,
} from '@/tests/support/job-world';
import { isEnded } from '../model/job';

/** A job that needs more effects than this has gone wrong. */
const MOST_EFFECTS = 400;
let world: JobWorld;
afterEach(() => world?.close());

/** Who sends the order: the background, or the service's own page, of Jimeng or of either cluster of Dreamina. */
const WAYS = {
  background: {},
  page: { simulator: { ordersNeedPage: true } },
  dreamina: { site: 'dreamina' },
  'dreamina, hints at the other cluster': {
    site: 'dreamina',
    home: { cluster: 'dreamina-us' },
    simulator: { abroad: { ...ABROAD_OFF, cookieHints: 'wrong' } },
  },
} as const satisfies Record<string, WorldOptions>;
/** At Dreamina one of so many crash points is tried, others with each seed. */
const SHARE = env.CRASHES === 'all' ? 1 : 4;
const seed = Number(env.CRASH_SEED ?? Date.now() % 1_000_000);

/** Runs one job with a worker that dies at the given point, and checks every promise of the money rule. */
async function runWithCrash(way: keyof typeof WAYS, crash?: CrashPoint) {
  world = await createJobWorld({ ...WAYS[way], ...(crash && { crash }) });
  const added = await world.add(way === 'page' ? { way } : {}).catch(() => undefined);
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
  it.each(Object.keys(WAYS) as (keyof typeof WAYS)[])(
    'never orders twice, never loses the row, and never lies about the outcome: %s',
    async (way) => {
      const { effects, stage } = await runWithCrash(way);
      expect(stage).toBe('done');
      await world.close();
      const outcomes: Record<string, number> = {};
      let points = 0;
      expect(effects.length).toBeLessThan(MOST_EFFECTS);
      const share = way.startsWith('dreamina') ? SHARE : 1;
      for (const [index, effect] of effects.entries()) {
        if (index % share !== seed % share) continue;
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
        `crash matrix, ${way}: ${points} crash points over ${effects.length} effects, ${JSON.stringify(outcomes)}, CRASH_SEED=${seed}\n`,
      );
      expect(points).toBeGreaterThan(60 / share);
      expect(outcomes.done).toBeGreaterThan(points / 2);
      // Killed between the commit and the order, the row cannot know; it must say so.
      if (share === 1) expect(outcomes.failed).toBeGreaterThanOrEqual(1);
    },
    120_000,
  );
});
