import { describe, expect, it } from 'vitest';
import { open, world } from '@/tests/support/clean-world';
import { waitsFor } from '@/tests/support/job-facts';
import type { Job } from '../model/job';
import { UNDO_MS } from './housekeeping';

const inStage = (stage: Job['stage']) => (job: Job) => job.stage === stage;

describe('the person', () => {
  it('cancels before the order: nothing is ever sent', async () => {
    await open();
    world.session = { state: 'signed-out' };
    const { id } = await world.add();
    await world.until(id, waitsFor('sign-in'));
    await world.commands.cancel(id);
    world.session = { state: 'signed-in', account: 'account-1' };
    await world.commands.resumeWaiting();
    await world.pass(60_000);
    expect(await world.store.get(id)).toMatchObject({ stage: 'cancelled' });
    expect(world.simulator.submissions).toHaveLength(0);
  });

  it('cancels while generating and takes it back: the same order is followed', async () => {
    await open();
    const { id } = await world.add();
    await world.until(id, inStage('generating'));
    await world.commands.cancel(id);
    expect(await world.store.get(id)).toMatchObject({
      stage: 'cancelled',
      submission: { outcome: 'abandoned' },
    });
    await world.commands.retry(id);
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('retries a failure from the last stage whose data is good', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '4003' } });
    const { id } = await world.add({ target: '4k' });
    await world.untilEnded(id);
    await world.commands.retryWith(id, '2k');
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', options: { target: '2k' } });
    const uploads = world.simulator.requests.filter(({ endpoint }) => endpoint === 'put');
    expect(uploads).toHaveLength(1);
    expect(world.simulator.submissions.map(({ target }) => target)).toEqual(['2k']);
  });

  it('is offered the result they already have instead of paying twice', async () => {
    await open();
    const first = await world.add();
    await world.untilEnded(first.id);
    const second = await world.add();
    const waiting = await world.until(second.id, waitsFor('duplicate'));
    expect(waiting.waiting).toMatchObject({ duplicateId: first.id });
    await world.pass(60 * 60_000);
    expect(world.simulator.submissions).toHaveLength(1);
    await world.commands.upscaleAnyway(second.id);
    expect(await world.untilEnded(second.id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(2);
  });

  it('removes a job with everything that belongs to it', async () => {
    await open();
    const { id } = await world.add();
    await world.untilEnded(id);
    await world.commands.remove(id);
    expect(await world.store.get(id)).toBeUndefined();
    await world.pass(UNDO_MS);
    expect(await world.store.blob(`${id}/result`)).toBeUndefined();
  });
});

describe('Save', () => {
  it('writes the file and proves that it landed', async () => {
    await open();
    const { id } = await world.add({ picture: 'boat' });
    await world.untilEnded(id);
    await world.saver.save(id);
    const { saved } = (await world.store.get(id)) as Job;
    expect(saved).toMatchObject({ state: 'saved', fileName: 'boat_2k.png' });
    expect([...world.files.keys()]).toEqual(['boat_2k.png']);
    expect(await world.store.downloads()).toEqual({});
  });

  it('says so when the browser could not write', async () => {
    await open();
    const { id } = await world.add();
    await world.untilEnded(id);
    world.downloadOutcome = { state: 'interrupted', error: 'FILE_NO_SPACE' };
    await world.saver.save(id);
    expect((await world.store.get(id))?.saved).toMatchObject({
      state: 'failed',
      reason: 'FILE_NO_SPACE',
    });
  });

  it('gets the picture again when the copy is gone and the link has expired', async () => {
    await open({ simulator: { resultLinkTtlMs: 60_000 } });
    const { id } = await world.add();
    await world.untilEnded(id);
    await world.pass(2 * 60 * 60_000);
    await world.store.deleteBlob(`${id}/result`);
    await world.saver.save(id);
    expect((await world.store.get(id))?.saved).toMatchObject({ state: 'saved' });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('finds out after a restart what became of a save', async () => {
    await open();
    const { id } = await world.add();
    await world.untilEnded(id);
    world.downloadOutcome = { state: 'in_progress' };
    await world.saver.save(id);
    expect((await world.store.get(id))?.saved).toMatchObject({ state: 'saving' });
    await world.restartBrowser();
    expect((await world.store.get(id))?.saved).toMatchObject({ state: 'saving' });
  });
});
