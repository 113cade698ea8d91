import { afterEach, describe, expect, it } from 'vitest';
import { createJobWorld, type JobWorld, type WorldOptions } from '@/tests/support/job-world';
import { isEnded, type Job } from '../model/job';

/** A run that needs more effects than this has gone wrong. */
const MOST_EFFECTS = 600;
/** Half a minute each. */
const MOST_TURNS = 60;
let world: JobWorld;
afterEach(() => world?.close());

/** A world in which every address of a gallery holds the same picture. */
async function open(options: WorldOptions): Promise<void> {
  world = await createJobWorld(options);
  world.acquire = async () => ({ bytes: new Blob(['one and the same']) });
}

/** Lets everything come to its end: no row goes on by itself any more. */
async function untilCalm(): Promise<Job[]> {
  const isCalm = (job: Job) => isEnded(job) || job.waiting?.reason === 'duplicate';
  for (const { id } of await world.store.list()) {
    // A row may be taken out meanwhile; then another one stands for it.
    for (let turns = 0; ; turns += 1) {
      const job = await world.store.get(id);
      if (!job || isCalm(job)) break;
      if (turns > MOST_TURNS) throw new Error(`the row stays ${job.stage}`);
      await world.pass(30_000);
    }
  }
  await world.pass(5 * 60_000);
  return world.store.list();
}

/** Checks every promise about two wishes for one picture of which the second came by itself. */
function expectOneOrder(jobs: readonly Job[], at: string): void {
  const { submissions, violations } = world.simulator;
  expect(submissions.length, at).toBe(1);
  expect(violations, at).toEqual([]);
  expect(
    jobs.filter(({ stage }) => stage === 'done'),
    at,
  ).toHaveLength(1);
  const others = jobs.filter(({ stage }) => stage !== 'done');
  for (const { waiting, submission } of others) {
    expect([waiting?.reason, submission], at).toEqual(['duplicate', undefined]);
  }
  expect(others.length, at).toBeLessThanOrEqual(1);
  expect(world.reports, at).toEqual([]);
}

describe.each([
  ['the same address', 'a.png'],
  ['another address', 'b.png'],
])('a second click at %s', (_, picture) => {
  it('at every effect of the first is no second order', async () => {
    await open({});
    const before = world.effects.length;
    await world.untilEnded((await world.add()).id);
    const effects = world.effects.slice(before);
    await world.close();
    expect(effects.length).toBeGreaterThan(40);
    let joined = 0;
    for (const effect of effects) {
      let clicked: Promise<Job> | undefined;
      await open({ during: { effect, happens: () => queueMicrotask(click) } });
      // The world cannot wait for a click in the middle of an effect.
      function click(): void {
        const origin = { ...ORIGIN, url: `https://gallery.example/${picture}` };
        clicked = world.commands.add({ origin, name: picture, options: OPTIONS });
      }
      await world.add();
      const jobs = await untilCalm();
      await clicked;
      expect(clicked, effect).toBeDefined();
      expectOneOrder(jobs, `second click at ${effect}`);
      joined += world.joined.length;
      await world.close();
    }
    expect(joined).toBeGreaterThan(effects.length / 2);
  }, 120_000);
});

it('a second resumeWaiting at every effect after the first is no second order or upload', async () => {
  async function signedInLate(options: WorldOptions): Promise<{ id: string; before: number }> {
    await open(options);
    const { session } = world;
    world.session = { state: 'signed-out' };
    const { id } = await world.add();
    await world.until(id, ({ waiting }) => waiting?.reason === 'sign-in');
    world.session = session;
    const before = world.effects.length;
    await world.commands.resumeWaiting();
    return { id, before };
  }

  const { id: first, before } = await signedInLate({});
  await world.untilEnded(first);
  const effects = world.effects.slice(before);
  await world.close();
  expect(effects.length).toBeGreaterThan(30);
  for (const effect of effects) {
    let second: Promise<void> | undefined;
    const { id } = await signedInLate({
      during: {
        effect,
        happens: ({ commands }) => {
          second = commands.resumeWaiting();
        },
      },
    });
    const job = await world.untilEnded(id);
    await second;
    expect(second, effect).toBeDefined();
    expectOneOrder([job], `second resumeWaiting at ${effect}`);
    const puts = world.simulator.requests.filter(({ endpoint }) => endpoint === 'put');
    expect(puts, effect).toHaveLength(1);
    await world.close();
  }
}, 120_000);

it('a worker killed before and after every effect of two rows of one picture', async () => {
  async function race(options: WorldOptions): Promise<Job[]> {
    await open(options);
    await Promise.all(
      ['a.png', 'b.png'].map((picture) => world.add({ picture }).catch(() => undefined)),
    );
    return untilCalm();
  }

  expectOneOrder(await race({}), 'nobody is killed');
  const effects = [...world.effects];
  await world.close();
  expect(effects.length).toBeGreaterThan(40);
  expect(effects.length).toBeLessThan(MOST_EFFECTS);
  for (const effect of effects) {
    for (const when of ['before', 'after'] as const) {
      const jobs = await race({ crash: { effect, when } });
      const at = `${when} ${effect}`;
      const { submissions } = world.simulator;
      const unconfirmed = jobs.filter(({ failure }) => failure?.code === 'submit-unconfirmed');
      if (submissions.length > 0) expectOneOrder(jobs, at);
      else {
        // Killed before the first row was written, or between the order's commit and the order.
        expect(unconfirmed.length, at).toBe(jobs.length > 0 ? 1 : 0);
        expect(jobs.length - unconfirmed.length, at).toBeLessThanOrEqual(1);
      }
      await world.close();
    }
  }
}, 240_000);

const OPTIONS = { target: '2k', upscaler: 'smart-hd', detail: 0.65 } as const;
const ORIGIN = {
  kind: 'page',
  pageUrl: 'https://gallery.example/',
  frameUrl: 'https://gallery.example/',
  pageTitle: 'Gallery',
  tabId: 1,
  frameId: 0,
} as const;
