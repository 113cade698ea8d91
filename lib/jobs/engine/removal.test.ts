import { describe, expect, it } from 'vitest';
import { open, world } from '@/tests/support/clean-world';
import { waitsFor } from '@/tests/support/job-facts';
import { UNDO_MS } from './housekeeping';

describe('remove', () => {
  it('tells the toolbar button, which counts the rows', async () => {
    await open();
    const { id } = await world.add();
    await world.untilEnded(id);
    const told = world.changes.length;
    await world.commands.remove(id);
    expect(world.changes.length).toBeGreaterThan(told);
  });
});

describe('removing many', () => {
  it('cancels what runs, and can be undone until its time has passed', async () => {
    await open();
    const done = await world.add({ picture: 'done.png' });
    await world.untilEnded(done.id);
    const running = await world.add({ picture: 'running.png' });
    await world.until(running.id, ({ stage }) => stage === 'generating');
    await world.commands.removeAll([done.id, running.id]);
    expect(await world.store.list()).toEqual([]);
    const { at } = (await world.store.lastHidden()) ?? { at: 0 };
    await world.pass(UNDO_MS / 2);
    await world.commands.restore(at);
    expect((await world.store.get(done.id))?.stage).toBe('done');
    expect((await world.store.get(running.id))?.stage).toBe('cancelled');
    await world.pass(10 * UNDO_MS);
    expect(await world.store.list()).toHaveLength(2);
    expect(world.simulator.submissions).toHaveLength(2);
  });

  it('removes those, too, that are retried at the same time: they cost nothing', async () => {
    await open();
    world.session = { state: 'signed-out' };
    const ids: string[] = [];
    for (const picture of ['a.png', 'b.png', 'c.png', 'd.png']) {
      const { id } = await world.add({ picture });
      await world.until(id, waitsFor('sign-in'));
      await world.commands.cancel(id);
      ids.push(id);
    }
    world.session = { state: 'signed-in', account: 'me' };
    await Promise.all([world.commands.retryAll(ids), world.commands.removeAll(ids)]);
    await world.pass(60_000);
    expect(await world.store.list()).toEqual([]);
    expect(world.simulator.submissions).toEqual([]);
  });

  it('is finished by the next worker when this one dies', async () => {
    await open();
    const { id } = await world.add();
    await world.untilEnded(id);
    await world.commands.remove(id);
    await world.restartBrowser();
    expect(await world.store.blob(`${id}/result`)).toBeDefined();
    void world.commands.housekeeping.purge();
    await world.pass(UNDO_MS);
    expect(await world.store.blob(`${id}/result`)).toBeUndefined();
  });

  it('clears what has ended, and nothing else', async () => {
    await open();
    const done = await world.add({ picture: 'done.png' });
    await world.untilEnded(done.id);
    const running = await world.add({ picture: 'running.png' });
    await world.commands.clear();
    expect((await world.store.list()).map(({ id }) => id)).toEqual([running.id]);
    expect(await world.untilEnded(running.id)).toMatchObject({ stage: 'done' });
  });

  it('lets a picture be bought again that was removed', async () => {
    await open();
    const first = await world.add();
    await world.untilEnded(first.id);
    await world.commands.remove(first.id);
    const second = await world.add();
    expect(await world.untilEnded(second.id)).toMatchObject({ stage: 'done' });
  });
});

it('housekeeping follows the rule, and can be undone', async () => {
  await open();
  const { id } = await world.add();
  await world.untilEnded(id);
  await world.pass(40 * 86_400_000);
  const rule = { days: 30, rows: 0, bytes: 0, includesUnsaved: false };
  await world.commands.housekeeping.enforceRetention(rule);
  expect(await world.store.get(id)).toBeDefined();
  void world.commands.housekeeping.enforceRetention({ ...rule, includesUnsaved: true });
  await world.settle();
  expect(await world.store.get(id)).toBeUndefined();
  await world.commands.restore((await world.store.lastHidden())?.at ?? 0);
  await world.pass(UNDO_MS);
  expect(await world.store.get(id)).toBeDefined();
});
