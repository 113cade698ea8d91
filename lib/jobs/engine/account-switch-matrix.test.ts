import { describe, expect, it } from 'vitest';
import {
  HOUR,
  isAtRest,
  lost,
  open,
  payers,
  rowOf,
  switchTo,
  world,
} from '@/tests/support/account-world';
import { isEnded } from '../model/job';
import { remedyOf } from '../model/remedy';

describe('somebody else signs in just before any effect of a job', () => {
  const settings = { processingMs: 20_000 };

  async function effectsOfOneJob(isLost: boolean): Promise<readonly string[]> {
    await open({ simulator: settings });
    if (isLost) world.simulator.faults.add({ at: 'generate', effect: lost });
    const before = world.effects.length;
    await world.untilEnded((await world.add()).id);
    const effects = world.effects.slice(before);
    await world.close();
    return effects;
  }

  it.each([
    ['the order is answered', false, false],
    ['the answer of the order is lost', true, false],
    ['the service takes foreign uploads', false, true],
    ['the answer is lost and the service takes foreign uploads', true, true],
  ])(
    '%s: one payment at most, and nothing paid is lost',
    async (_, isLost, acceptForeignUploads) => {
      const outcomes: Record<string, number> = {};
      for (const effect of await effectsOfOneJob(isLost)) {
        await open({ simulator: { ...settings, acceptForeignUploads } });
        if (isLost) world.simulator.faults.add({ at: 'generate', effect: lost });
        world.beforeEffect = (now) => {
          if (now === effect) switchTo('login-lin', 'lin');
        };
        const { id } = await world.add();
        let job = await world.until(id, isAtRest);
        await world.pass(HOUR);
        // The browser's event has come by now, so a row in sight of its own account goes on.
        job = await rowOf(id);
        if (!isEnded(job)) expect(job.waiting?.reason, effect).toBe('other-account');
        await world.signIn('login-main-2', 'main');
        job = await world.untilEnded(id);
        const paid = payers().length;
        expect(paid, effect).toBeLessThanOrEqual(1);
        // The one case in which nobody can tell whose it is: paid and not done is told as such, and
        // a poll, which costs nothing, finds it with whoever has paid.
        for (const account of ['lin', 'main']) {
          if (paid === 0 || job.stage === 'done') continue;
          expect(job.failure, effect).toMatchObject({
            code: 'submit-unconfirmed',
            charged: 'maybe',
          });
          expect(remedyOf(job), effect).toBe('poll-again');
          await world.signIn(`login-${account}-3`, account);
          await world.commands.retry(id);
          job = await world.untilEnded(id);
        }
        expect(payers(), effect).toHaveLength(paid);
        if (paid === 1) expect(job.stage, effect).toBe('done');
        const outcome = `${job.stage} ${job.failure?.code ?? payers().join()}`;
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        await world.close();
      }
      process.stdout.write(`account switch matrix, ${_}: ${JSON.stringify(outcomes)}\n`);
      expect(outcomes['done main']).toBeGreaterThan(10);
      expect(outcomes['done lin']).toBeGreaterThan(5);
    },
    120_000,
  );
});
