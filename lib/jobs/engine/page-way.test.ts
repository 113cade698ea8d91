import { afterEach, describe, expect, it } from 'vitest';
import { createJobWorld, type JobWorld, type WorldOptions } from '@/tests/support/job-world';
import type { Job } from '../model/job';
import { otherRemediesOf, remedyOf } from '../model/remedy';
import { RISK_HOLD_MS } from '../rules/policy';
import { PAGE_READY_MS } from '../steps/prepare-page';

const MINUTE = 60_000;

let world: JobWorld;
afterEach(() => world?.close());

async function open(options: WorldOptions = {}): Promise<void> {
  const simulator = { ordersNeedPage: true, ...options.simulator };
  world = await createJobWorld({ ...options, simulator });
}

async function row(id: string): Promise<Job> {
  const job = await world.store.get(id);
  if (!job) throw new Error('the row is lost');
  return job;
}

/** A row that the background could not order. */
async function refused(): Promise<Job> {
  const { id } = await world.add();
  return world.untilEnded(id);
}

const pageEffects = () => world.effects.filter((name) => name.startsWith('page.'));
const isFetch = (name: string) => name.startsWith('fetch');
const orders = () => world.simulator.requests.filter(({ endpoint }) => endpoint === 'generate');

describe('an order that only the page can sign', () => {
  it('stops the row, free of charge, and offers the page', async () => {
    await open();
    const job = await refused();
    expect(job.failure).toMatchObject({
      code: 'page-signature-missing',
      charged: 'no',
      at: 'submitting',
    });
    expect([remedyOf(job), ...otherRemediesOf(job)]).toEqual(['continue-in-page', 'open-service']);
    // Nothing is opened by itself.
    expect(pageEffects()).toEqual([]);
  });

  it('is made through the page once the person continues there, without waiting for the queue', async () => {
    await open();
    const { id } = await refused();
    const before = world.now;
    await world.commands.chooseWay(id, 'page');
    const job = await world.untilEnded(id);
    expect(job).toMatchObject({ stage: 'done', options: { way: 'page' } });
    expect(world.now - before).toBeLessThan(MINUTE);
    expect(world.simulator.submissions).toHaveLength(1);
    expect(world.simulator.violations).toEqual([]);
    expect(pageEffects()).toEqual(['page.ready#1', 'page.read#1', 'page.send#1']);
  });

  it('holds the orders of the background for ten minutes, and those of the page not at all', async () => {
    await open();
    await refused();
    const background = await world.add({ picture: 'b.png' });
    const page = await world.add({ picture: 'c.png', way: 'page' });
    await world.pass(RISK_HOLD_MS - MINUTE);
    expect((await row(page.id)).stage).toBe('done');
    expect((await row(background.id)).stage).toBe('uploaded');
    await world.pass(2 * MINUTE);
    expect((await row(background.id)).failure?.code).toBe('page-signature-missing');
    expect(orders()).toHaveLength(3);
  });

  it('is not continued from any other row', async () => {
    await open({ simulator: { ordersNeedPage: false } });
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '4013' } });
    const job = await refused();
    expect(job.failure?.code).toBe('risk-control');
    await world.commands.chooseWay(job.id, 'page');
    await world.pass(MINUTE);
    expect((await row(job.id)).stage).toBe('failed');
    expect(pageEffects()).toEqual([]);
  });
});

describe('a row whose order goes through the page', () => {
  it('waits until the person has agreed to it', async () => {
    await open();
    world.hasPageConsent = false;
    const { id } = await world.add({ way: 'page' });
    await world.pass(MINUTE);
    const waiting = await row(id);
    expect(waiting).toMatchObject({ stage: 'uploaded', waiting: { reason: 'page-consent' } });
    expect(remedyOf(waiting)).toBe('continue-in-page');
    expect(pageEffects()).toEqual([]);
    world.hasPageConsent = true;
    await world.commands.resumeWaiting();
    expect((await world.untilEnded(id)).stage).toBe('done');
  });

  it('is sent as usual if the person wants that instead', async () => {
    await open({ simulator: { ordersNeedPage: false } });
    world.hasPageConsent = false;
    const { id } = await world.add({ way: 'page' });
    await world.pass(MINUTE);
    const waiting = await row(id);
    expect(otherRemediesOf(waiting)).toEqual(['skip-page']);
    await world.commands.chooseWay(id, 'background');
    const job = await world.untilEnded(id);
    expect(job.stage).toBe('done');
    expect(job.options).not.toHaveProperty('way');
    expect(pageEffects()).toEqual([]);
    // Any other row is left alone.
    await world.commands.chooseWay(id, 'background');
    expect(await row(id)).toEqual(job);
  });

  it('takes risk control as final, and holds everything', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '1019' } });
    const { id } = await world.add({ way: 'page' });
    const job = await world.untilEnded(id);
    expect(job.failure).toMatchObject({ code: 'risk-control', charged: 'no' });
    expect(remedyOf(job)).toBe('open-service');
    const next = await world.add({ picture: 'b.png', way: 'page' });
    await world.pass(RISK_HOLD_MS - MINUTE);
    expect((await row(next.id)).stage).toBe('uploaded');
  });

  it.each(['never-ready', 'gone'] as const)('sends nothing if the page is %s', async (page) => {
    await open();
    world.page = page;
    const { id } = await world.add({ way: 'page' });
    const job = await world.untilEnded(id);
    expect(job.failure).toMatchObject({ code: 'page-unavailable', charged: 'no' });
    expect(orders()).toHaveLength(0);
    world.page = 'signs';
    await world.commands.retry(id);
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('makes the page ready anew if that was too long ago', async () => {
    await open();
    world.onWrite = ({ pageReadyAt }) => {
      if (pageReadyAt !== undefined) world.kill();
    };
    const { id } = await world.add({ way: 'page' });
    await world.settle();
    expect(await row(id)).toMatchObject({ stage: 'uploaded', pageReadyAt: world.now });
    // The computer sleeps right after the page was ready.
    world.onWrite = () => {};
    world.sleep(PAGE_READY_MS);
    await world.wake();
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(pageEffects()).toEqual([
      ...['page.ready#1', 'page.read#1', 'page.ready#2', 'page.read#2'],
      'page.send#1',
    ]);
  });

  it('gets the page ready while the picture is uploaded', async () => {
    await open();
    const { id } = await world.add({ way: 'page' });
    await world.untilEnded(id);
    const at = (name: string) => world.effects.indexOf(name);
    expect(pageEffects()).toEqual(['page.ready#1', 'page.read#1', 'page.send#1']);
    // The key, the place and the bytes are requested after it.
    expect(world.effects.slice(at('page.ready#1')).filter(isFetch).length).toBeGreaterThan(3);
  });

  it('gets no page ready before the person has agreed', async () => {
    await open();
    world.hasPageConsent = false;
    const { id } = await world.add({ way: 'page' });
    await world.until(id, ({ waiting }) => waiting?.reason === 'page-consent');
    expect(pageEffects()).toEqual([]);
  });

  it('waits for the network instead of a page that cannot load', async () => {
    await open();
    world.beforeEffect = (effect) => {
      if (effect.startsWith('store.commit')) world.isOnline = false;
    };
    const { id } = await world.add({ way: 'page' });
    await world.pass(2 * MINUTE);
    const job = await row(id);
    expect(job.waiting?.reason).toBe('network');
    expect(pageEffects()).toEqual([]);
    world.beforeEffect = () => {};
    world.isOnline = true;
    await world.commands.resumeWaiting();
    expect((await world.untilEnded(id)).stage).toBe('done');
  });

  it('is looked up, and never sent again, if the answer is lost', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'reset', when: 'after' } });
    const { id } = await world.add({ way: 'page' });
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(orders()).toHaveLength(1);
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('gives a later order of the same picture no way of its own', async () => {
    await open({ simulator: { ordersNeedPage: false } });
    const { id } = await world.add({ way: 'page' });
    await world.untilEnded(id);
    const again = await world.again(id, { upscaler: 'fast-hd' });
    expect(again?.options).not.toHaveProperty('way');
  });
});
