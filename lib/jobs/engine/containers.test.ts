import { env } from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import { SITE_NAMES, SITES, type SiteName } from '@/lib/jimeng/model/sites';
import { type CrashPoint, createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { perSite } from '@/tests/support/world-sites';
import type { Job } from '../model/job';
import type { Session } from '../model/session';

const WORK = 'firefox-container-1';
const HOME = 'firefox-container-2';
const MINUTE = 60_000;
const SIGNED_OUT: Session = { state: 'signed-out' };
/** One of so many crash points is tried, others with each seed. */
const SHARE = env.CRASHES === 'all' ? 1 : 12;
const seed = Number(env.CRASH_SEED ?? Date.now() % 1_000_000);

let world: JobWorld;
afterEach(() => world?.close());

/** @param site where somebody is signed in: in the container, and not in normal tabs */
async function open(site: SiteName, crash?: CrashPoint): Promise<void> {
  world = await createJobWorld({ site, ...(crash && { crash }) });
  world.session = SIGNED_OUT;
  signInTo(WORK, site);
}

function signInTo(container: string, site: SiteName, account = 'account-c'): void {
  const here = { state: 'signed-in', account } as const;
  world.containers.set(
    container,
    perSite((name) => (name === site ? here : SIGNED_OUT)),
  );
}

const rowOf = async (id: string) => (await world.store.get(id)) as Job;
/** Requests that need the cookies of the login. */
const withLogin = () =>
  world.simulator.requests.filter(({ url }) => /^\/(mweb|commerce)\//.test(new URL(url).pathname));
const origins = () => [...new Set(withLogin().map(({ sender }) => sender.origin))];

/** An order that was stored and not sent is found missing; the person orders it then. */
async function endOf(id: string): Promise<Job> {
  const job = await world.untilEnded(id);
  if (job.failure?.code !== 'submit-unconfirmed') return job;
  expect(world.simulator.submissions).toEqual([]);
  await world.wake();
  await world.commands.retry(id);
  return world.untilEnded(id);
}

describe.each(SITE_NAMES)('a row with the login of a container, at %s', (site) => {
  it('is done, and each request that needs the login comes from a page', async () => {
    await open(site);
    const { id } = await world.add({ container: WORK });
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', site, container: WORK });
    expect(world.simulator.submissions).toHaveLength(1);
    expect(origins()).toEqual([SITES[site][0].origin]);
    const effects = world.effects.filter((name) => name.startsWith('page.send'));
    expect(effects.length).toBeGreaterThan(3);
    expect(effects.every((name) => name.includes(WORK))).toBe(true);
    expect(world.simulator.violations).toEqual([]);
    expect(world.reports).toEqual([]);
  });

  it('sends nothing with the login before the person has agreed to the page', async () => {
    await open(site);
    world.pageConsents[site] = false;
    const { id } = await world.add({ container: WORK });
    await world.pass(MINUTE);
    expect((await rowOf(id)).waiting?.reason).toBe('page-consent');
    expect(withLogin()).toEqual([]);
    world.pageConsents[site] = true;
    await world.commands.resumeWaiting();
    expect((await world.untilEnded(id)).stage).toBe('done');
  });

  it('is never continued with another login', async () => {
    await open(site);
    const { id } = await world.add({ container: WORK });
    await world.until(id, ({ stage }) => stage === 'generating');
    // The same person is in the normal tabs now, and in another container.
    world.containers.set(
      WORK,
      perSite(() => SIGNED_OUT),
    );
    signInTo(HOME, site);
    await world.signIn('account-1', site === 'jimeng' ? 'main' : 'dreamina-sg');
    await world.pass(10 * MINUTE);
    expect(await rowOf(id)).toMatchObject({ container: WORK, waiting: { reason: 'sign-in' } });
    signInTo(WORK, site);
    await world.commands.resumeWaiting();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', container: WORK });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('is ordered once, and is not lost, if the worker dies at any effect', async () => {
    await open(site);
    const whole = await world.add({ container: WORK });
    await world.untilEnded(whole.id);
    const effects = [...world.effects];
    await world.close();
    let points = 0;
    for (const [index, effect] of effects.entries()) {
      if (index % SHARE !== seed % SHARE) continue;
      for (const when of ['before', 'after'] as const) {
        const at = `${when} ${effect}, CRASH_SEED=${seed}`;
        await open(site, { effect, when });
        const job = await world.add({ container: WORK }).catch(() => undefined);
        const ended = job && (await endOf(job.id));
        expect(world.simulator.submissions, at).toHaveLength(ended ? 1 : 0);
        if (ended) expect(ended, at).toMatchObject({ stage: 'done', container: WORK });
        expect(world.simulator.violations, at).toEqual([]);
        points += 1;
        await world.close();
      }
    }
    expect(points).toBeGreaterThan(10);
  }, 120_000);
});

describe('the login of a row', () => {
  it('is that of normal tabs where nobody is signed in to the container of the click', async () => {
    await open('jimeng');
    await world.signIn('account-1', 'main');
    const { id } = await world.add({ container: HOME });
    const job = await world.untilEnded(id);
    expect(job.stage).toBe('done');
    expect(job.container).toBeUndefined();
  });

  it('is that of the only container with one, if nobody is signed in elsewhere', async () => {
    await open('jimeng');
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', container: WORK });
  });

  it('is asked for if there are several: the person decides by the tab', async () => {
    await open('jimeng');
    signInTo(HOME, 'jimeng', 'account-h');
    const { id } = await world.add();
    await world.pass(MINUTE);
    expect((await rowOf(id)).waiting?.reason).toBe('sign-in');
    const clicked = await world.add({ container: HOME, picture: 'b.png' });
    expect((await world.untilEnded(clicked.id)).container).toBe(HOME);
    expect((await rowOf(id)).waiting?.reason).toBe('sign-in');
  });

  it('is a new one while the row has no order: its upload is repeated there', async () => {
    await open('jimeng');
    world.pageConsents.jimeng = false;
    const { id } = await world.add({ container: WORK });
    await world.pass(MINUTE);
    expect((await rowOf(id)).container).toBe(WORK);
    world.containers.clear();
    await world.signIn('account-1', 'main');
    world.pageConsents.jimeng = true;
    await world.commands.resumeWaiting();
    const job = await world.untilEnded(id);
    expect(job.stage).toBe('done');
    expect(job.container).toBeUndefined();
  });
});
