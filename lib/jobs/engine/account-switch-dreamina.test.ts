import { env } from 'node:process';
import { expect, it } from 'vitest';
import type { Home } from '@/simulator/service/homes';
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
import { isEnded, type Job } from '../model/job';

/** One of so many effects is tried, others with each seed. */
const SHARE = env.CRASHES === 'all' ? 1 : 12;
const seed = Number(env.CRASH_SEED ?? Date.now() % 1_000_000);

const SETTINGS = { processingMs: 20_000 };
const SG: Home = { site: 'dreamina' };
const US: Home = { site: 'dreamina', cluster: 'dreamina-us' };

/**
 * The page adds its cookie as the order leaves, so a sign-in at that moment sends the upload and the workspace of the
 * earlier account along: the service refuses that.
 */
const UNAVOIDABLE =
  /^generate: (image_uri belongs to another account|body\.extend\.workspace_id must be)/;

/** What happens at an effect. */
const EVENTS = {
  'another account signs in': () => switchTo('login-lin', 'lin', SG),
  'an account of the other cluster signs in': () => switchTo('login-mia', 'mia', US),
  'the same person signs in anew': () => switchTo('login-ann-2', 'ann', SG),
  'the person signs out': () => {
    world.simulator.browser.signOut('dreamina');
    world.session = { state: 'signed-out' };
    void world.sessionChanged();
  },
} as const;
type Event = keyof typeof EVENTS;

async function effectsOfOneJob(isLost: boolean): Promise<readonly string[]> {
  await open({ site: 'dreamina', simulator: SETTINGS });
  if (isLost) world.simulator.faults.add({ at: 'generate', effect: lost });
  const before = world.effects.length;
  await world.untilEnded((await world.add()).id);
  const effects = world.effects.slice(before);
  await world.close();
  return effects;
}

/** The logins in turn, until the row is done: the first one is the one that the job began with. */
async function signInUntilDone(id: string): Promise<Job> {
  const logins = [
    ['login-ann', 'ann', SG],
    ['login-ann-2', 'ann', SG],
    ['login-lin', 'lin', SG],
    ['login-mia', 'mia', US],
  ] as const;
  for (const [login, account, home] of logins) {
    await world.signIn(login, account, home);
    await world.pass(HOUR);
    const job = await rowOf(id);
    if (job.stage === 'done') return job;
    // Free: polls an order that may exist, and never makes another one.
    if (job.failure?.code === 'submit-unconfirmed' && payers().length > 0) {
      await world.commands.retry(id);
      await world.pass(HOUR);
    }
    if ((await rowOf(id)).stage === 'done') break;
  }
  return rowOf(id);
}

it.each(
  (Object.keys(EVENTS) as Event[]).flatMap((event) =>
    [false, true].map((isLost) => [event, isLost] as const),
  ),
)(
  'at Dreamina, just before any effect of a job, %s (answer lost: %s): one payment at most, and nothing paid is lost',
  async (event, isLost) => {
    const outcomes: Record<string, number> = {};
    const effects = await effectsOfOneJob(isLost);
    for (const [index, effect] of effects.entries()) {
      if (index % SHARE !== seed % SHARE) continue;
      await open({ site: 'dreamina', simulator: SETTINGS });
      if (isLost) world.simulator.faults.add({ at: 'generate', effect: lost });
      world.beforeEffect = (now) => {
        if (now === effect) EVENTS[event]();
      };
      const { id } = await world.add();
      await world.until(id, isAtRest);
      await world.pass(HOUR);
      const rest = await rowOf(id);
      if (!isEnded(rest))
        expect(['other-account', 'sign-in'], effect).toContain(rest.waiting?.reason);
      const paid = payers().length;
      expect(paid, effect).toBeLessThanOrEqual(1);
      const job = await signInUntilDone(id);
      expect(payers().length, effect).toBeLessThanOrEqual(1);
      const { violations } = world.simulator;
      expect(
        violations.filter((each) => !UNAVOIDABLE.test(each)),
        effect,
      ).toEqual([]);
      if (!effect.startsWith('page.send')) expect(violations, effect).toEqual([]);
      expect(world.reports, effect).toEqual([]);
      if (payers().length === 1) expect(job.stage, effect).toBe('done');
      else {
        // Refused, or nobody can know: it must not be called free then.
        const isRefused = violations.length > 0 && !isLost;
        const failure = isRefused
          ? { code: 'outdated', charged: 'no' }
          : { code: 'submit-unconfirmed', charged: 'maybe' };
        expect(job.failure, effect).toMatchObject(failure);
      }
      const outcome = `${rest.stage}${rest.waiting ? ` ${rest.waiting.reason}` : ''} -> ${job.stage} ${job.failure?.code ?? payers().join()}`;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      await world.close();
    }
    process.stdout.write(
      `account switch matrix at Dreamina, ${event}, lost: ${isLost}: ${JSON.stringify(outcomes)}, CRASH_SEED=${seed}\n`,
    );
  },
  120_000,
);
