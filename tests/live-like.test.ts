import { describe, expect, it } from 'vitest';
import { open, world } from './support/clean-world';
import { mulberry32 } from './support/random';

/** Share of answers that are slow, and the slowest that clients have seen, ms. */
const SLOW = { share: 0.2, ms: 40_000 };

describe('the engine at a service like the live one', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'orders once and takes the large image (seed %i)',
    async (seed) => {
      const random = mulberry32(seed);
      await open({
        // Slow answers come from below: they take virtual time.
        simulator: { profile: 'live-like', random, slowestMs: 0, foreignResultShare: 0 },
      });
      world.answer = async (request, pause) => {
        const answer = await world.simulator.handle(request);
        if (random() < SLOW.share) await pause(random() * SLOW.ms);
        return answer;
      };
      for (const upscaler of ['auto', 'smart-hd', 'fast-hd'] as const) {
        const { id } = await world.add({ picture: upscaler, upscaler });
        expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
      }
      const { submissions, requests, violations, credits } = world.simulator;
      expect(submissions.map(({ tool }) => tool)).toEqual(['smart-hd', 'smart-hd', 'fast-hd']);
      expect(credits.gift).toBe(98);
      const results = requests.filter(({ endpoint }) => endpoint === 'result');
      expect(results.filter(({ url }) => !url.includes('_resize:0:0.'))).toEqual([]);
      expect(violations).toEqual([]);
      expect(world.reports).toEqual([]);
    },
  );

  it('goes on after super-resolution that fails late, and says what it cost', async () => {
    await open({
      simulator: {
        profile: 'live-like',
        random: mulberry32(9),
        slowestMs: 0,
        foreignResultShare: 0,
      },
    });
    const { id } = await world.add({ upscaler: 'super-resolution' });
    expect(await world.untilEnded(id)).toMatchObject({
      stage: 'failed',
      failure: { code: 'generation-failed' },
    });
    expect(world.simulator.submissions).toMatchObject([{ charged: 0 }]);
  });

  it('never takes an order as sent while the system is busy', async () => {
    await open({ simulator: { profile: 'live-like', busyOrderShare: 1, slowestMs: 0 } });
    const { id } = await world.add();
    await world.pass(60 * 60_000);
    expect(await world.store.get(id)).not.toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toEqual([]);
    expect(world.simulator.violations).toEqual([]);
  });
});
