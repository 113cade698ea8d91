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

  it('does not send an order again in the session of another account', async () => {
    await open({ simulator: { acceptForeignUploads: true } });
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '1014' } });
    const { id } = await world.add();
    const orders = () => world.simulator.requests.filter(({ endpoint }) => endpoint === 'generate');
    await world.until(id, () => orders().length === 1);
    // The client pauses for 5 s before it sends the order again.
    await world.signIn('session-2', 'other');
    await world.pass(60_000);
    expect(orders()).toHaveLength(1);
    expect(await world.store.get(id)).toMatchObject({ waiting: { reason: 'other-account' } });
    await world.signIn('session-1', 'main');
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions.map(({ account }) => account)).toEqual(['main']);
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
