import { env } from 'node:process';
import { afterEach, expect, it } from 'vitest';
import { SITE_NAMES, type SiteName } from '@/lib/jimeng/model/sites';
import { type CrashPoint, createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { fakePrepareStrip } from '@/tests/support/world-fakes';
import type { Job } from '../model/job';

const COUNT = 2;
/** One of so many crash points is tried, others with each seed. */
const SHARE = env.CRASHES === 'all' ? 1 : 8;
const seed = Number(env.CRASH_SEED ?? Date.now() % 1_000_000);
/** Presses of a button after which a row that has not ended never will. */
const MOST_PRESSES = 4;
let world: JobWorld;
afterEach(() => world?.close());

/** Upscales a long picture with a worker that dies at the given point, and a person who presses what there is. */
async function runWithCrash(site: SiteName, crash?: CrashPoint): Promise<Job | undefined> {
  world = await createJobWorld({ site, ...(crash && { crash }) });
  world.prepare = (bytes) => fakePrepareStrip(bytes, COUNT);
  const added = await world.add().catch(() => undefined);
  if (!added) return undefined;
  const rests = ({ stage, waiting }: Job) =>
    stage === 'done' || stage === 'failed' || waiting?.reason === 'several-orders';
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    const job = await world.until(added.id, rests);
    if (job.stage === 'done') break;
    await world.wake();
    // A worker that dies never answers.
    const press = job.waiting ? world.commands.upscaleAnyway(job.id) : world.commands.retry(job.id);
    await Promise.race([press, world.settle()]);
  }
  return world.store.get(added.id);
}

it.each(SITE_NAMES)(
  'a worker killed at any effect of a long picture orders each part once, and loses none: %s',
  async (site) => {
    expect((await runWithCrash(site))?.stage).toBe('done');
    const effects = [...world.effects];
    await world.close();
    let points = 0;
    for (const [index, effect] of effects.entries()) {
      if (index % SHARE !== seed % SHARE) continue;
      for (const when of ['before', 'after'] as const) {
        const at = `${when} ${effect}`;
        const job = await runWithCrash(site, { effect, when });
        const { submissions, violations } = world.simulator;
        expect(violations, at).toEqual([]);
        expect(submissions, at).toHaveLength(job ? COUNT : 0);
        if (job) {
          expect(job.stage, at).toBe('done');
          const result = await world.store.blob(`${job.id}/result`);
          expect(await result?.text(), at).toMatch(/^joined: part 0 of .*part 1 of /);
        }
        points += 1;
        await world.close();
      }
    }
    process.stdout.write(
      `crash matrix, a long picture, ${site}: ${points} crash points, CRASH_SEED=${seed}\n`,
    );
    expect(points).toBeGreaterThan(40);
  },
  240_000,
);
