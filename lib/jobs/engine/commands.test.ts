import { describe, expect, it } from 'vitest';
import { SourceError } from '@/lib/sources/errors';
import { sampleJob, WAITING } from '@/tests/stories/jobs';
import { open, world } from '@/tests/support/clean-world';
import { waitsFor } from '@/tests/support/job-facts';
import { historyFile, readHistoryFile } from '../history/history-file';
import type { Job } from '../model/job';
import { blobKey } from '../store/jobs';

describe('a button pressed for a state that has passed', () => {
  it('does nothing', async () => {
    await open();
    const { id } = await world.add();
    const done = await world.untilEnded(id);
    await world.commands.cancel(id);
    await world.commands.retry(id);
    await world.commands.retryWith(id, '4k');
    await world.commands.upscaleAnyway(id);
    await world.settle();
    expect(await world.store.get(id)).toEqual(done);
  });

  it('does nothing for a row that is gone', async () => {
    await open();
    const { commands } = world;
    for (const press of [commands.cancel, commands.retry, commands.remove]) await press('nobody');
    expect(await world.store.list()).toEqual([]);
  });
});

describe('retry', () => {
  it('does not answer the question of a duplicate', async () => {
    await open();
    const first = await world.add();
    await world.untilEnded(first.id);
    const { id } = await world.add();
    await world.until(id, waitsFor('duplicate'));
    await world.commands.retry(id);
    await world.pass(60_000);
    expect(await world.store.get(id)).toMatchObject({ waiting: { reason: 'duplicate' } });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('ends a wait early', async () => {
    await open();
    const busy = { kind: 'ret', ret: '1310' } as const;
    const remove = world.simulator.faults.add({ at: 'generate', times: 99, effect: busy });
    const { id } = await world.add();
    const { notBefore } = await world.until(id, waitsFor('cool-down'));
    remove();
    await world.commands.retry(id);
    const { submission } = await world.untilEnded(id);
    expect(submission?.at).toBeLessThan(notBefore ?? 0);
  });
});

describe('retryWith', () => {
  it('orders smaller instead of waiting for credits', async () => {
    await open({ simulator: { credits: { gift: 0 } } });
    const { id } = await world.add({ target: '4k' });
    await world.until(id, waitsFor('credits'));
    world.simulator.credits.gift = 60;
    await world.commands.retryWith(id, '2k');
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', options: { target: '2k' } });
    expect(world.simulator.submissions.map(({ target }) => target)).toEqual(['2k']);
  });

  it('asks first if that is what the person has already', async () => {
    await open();
    const { id: duplicateId } = await world.add({ target: '2k' });
    await world.untilEnded(duplicateId);
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '4003' } });
    const { id } = await world.add({ target: '4k' });
    expect((await world.untilEnded(id)).failure?.code).toBe('membership-needed');
    await world.commands.retryWith(id, '2k');
    await world.pass(60_000);
    expect(await world.store.get(id)).toMatchObject({
      waiting: { reason: 'duplicate', duplicateId },
    });
    expect(world.simulator.submissions).toHaveLength(1);
    await world.commands.upscaleAnyway(id);
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(world.simulator.submissions).toHaveLength(2);
  });
});

describe('using what is there already', () => {
  async function duplicate(): Promise<{ first: Job; second: Job }> {
    await open();
    const first = await world.untilEnded((await world.add()).id);
    const second = await world.until((await world.add()).id, waitsFor('duplicate'));
    return { first, second };
  }

  it('removes the row, and names the other one', async () => {
    const { first, second } = await duplicate();
    expect(await world.commands.useExisting(second.id)).toBe(first.id);
    expect((await world.store.list()).map(({ id }) => id)).toEqual([first.id]);
  });

  it.each<[string, (first: Job) => Promise<void>]>([
    ['was removed', ({ id }) => world.commands.remove(id)],
    ['has lost its bytes', ({ id }) => world.store.deleteBlob(`${id}/result`)],
  ])('says so where the other row %s, and orders nothing', async (_, lose) => {
    const { first, second } = await duplicate();
    await lose(first);
    expect(await world.commands.useExisting(second.id)).toBeUndefined();
    await world.pass(60 * 60_000);
    expect(await world.store.get(second.id)).toMatchObject({
      stage: 'acquired',
      waiting: { reason: 'duplicate', duplicateId: first.id, duplicateState: 'gone' },
    });
    expect(world.simulator.submissions).toHaveLength(1);
    await world.commands.upscaleAnyway(second.id);
    expect(await world.untilEnded(second.id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(2);
  });

  it('touches no row that was answered otherwise', async () => {
    const { second } = await duplicate();
    await world.commands.upscaleAnyway(second.id);
    expect(await world.commands.useExisting(second.id)).toBeUndefined();
    expect(await world.untilEnded(second.id)).toMatchObject({ stage: 'done' });
  });
});

it('an imported row without bytes is no duplicate', async () => {
  await open();
  const { id } = await world.add();
  await world.untilEnded(id);
  const text = historyFile(await world.store.list(), 1);
  await world.store.remove([id]);
  await world.store.merge(readHistoryFile(text)?.jobs ?? []);
  const second = await world.add();
  expect(await world.untilEnded(second.id)).toMatchObject({ stage: 'done' });
  expect(world.simulator.submissions).toHaveLength(2);
});

describe('keep', () => {
  it('pressed twice, in the popup and in the panel, writes one file', async () => {
    await open();
    world.isAutoSaving = true;
    const asks = WAITING['already large'];
    const row = sampleJob({ ...asks, id: 'large', rev: 0, stage: 'acquired' });
    await world.store.add(row, { blobs: { input: new Blob(['large']) } });
    await world.commands.keep('large');
    await world.saver.savePlanned('large');
    await world.commands.keep('large');
    await world.restartBrowser();
    await world.settle();
    expect((await world.store.get('large'))?.stage).toBe('done');
    expect(world.effects.filter((effect) => effect.startsWith('downloads.start'))).toHaveLength(1);
  });

  it('pressed twice at once plans one save', async () => {
    await open();
    world.isAutoSaving = true;
    const row = sampleJob({ ...WAITING['already large'], id: 'large', rev: 0, stage: 'acquired' });
    await world.store.add(row, { blobs: { input: new Blob(['large']) } });
    await Promise.all([world.commands.keep('large'), world.commands.keep('large')]);
    expect(world.effects.filter((effect) => effect.startsWith('store.putSave'))).toHaveLength(1);
  });
});

it('keeps a large picture with its transparency', async () => {
  await open();
  const row = sampleJob({ ...WAITING['already large'], id: 'clear', rev: 0, stage: 'acquired' });
  const blobs = { input: new Blob(['opaque']), shown: new Blob(['with alpha']) };
  await world.store.add(row, { blobs });
  await world.commands.keep('clear');
  const kept = await world.store.get('clear');
  expect(kept?.result).toMatchObject({ type: 'png', bytes: blobs.shown.size });
  const result = await world.store.blob(blobKey('clear', 'result'));
  expect([await result?.text(), result?.type]).toEqual(['with alpha', 'image/png']);
});

describe('useScreen', () => {
  const rect = { x: 0, y: 0, width: 100, height: 80, devicePixelRatio: 1 };
  const place = { tabId: 1, frameId: 0, pageTitle: '', rect } as const;

  it('takes the picture from the screen that its host does not hand out', async () => {
    await open();
    world.acquire = async (origin) => {
      if (origin.kind === 'page' && origin.url.startsWith('screen:')) {
        return { bytes: new Blob(['as shown']) };
      }
      throw new SourceError('source-refused', 'cdn.example.com');
    };
    const url = 'https://cdn.example.com/a.png';
    const pageUrl = 'https://gallery.example/';
    const { id } = await world.commands.add({
      origin: { kind: 'page', url, pageUrl, frameUrl: pageUrl, ...place },
      name: 'a',
      options: { target: '2k', upscaler: 'smart-hd', detail: 0.5 },
    });
    expect(await world.untilEnded(id)).toMatchObject({ failure: { code: 'source-refused' } });
    await world.commands.useScreen(id);
    expect(await world.untilEnded(id)).toMatchObject({
      stage: 'done',
      origin: { url: `screen:${url}` },
    });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('does nothing for a row that came further', async () => {
    await open();
    const { id } = await world.add();
    const done = await world.untilEnded(id);
    await world.commands.useScreen(id);
    expect(await world.store.get(id)).toEqual(done);
  });
});

describe('resumeWaiting', () => {
  it('lets nothing go on whose reason is still there', async () => {
    await open();
    world.session = { state: 'signed-out' };
    const { id } = await world.add();
    const before = await world.until(id, waitsFor('sign-in'));
    await world.commands.resumeWaiting();
    expect(await world.store.get(id)).toEqual(before);
  });

  it('is not needed for a sign-in that comes while a row begins to wait for it', async () => {
    await open();
    const signedIn = world.session;
    let reads = 0;
    Object.defineProperty(world, 'session', {
      get: () => {
        reads += 1;
        return reads === 1 ? { state: 'signed-out' } : signedIn;
      },
    });
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  });
});

it('retrying many orders nothing that may cost', async () => {
  await open();
  const charged = await world.add({ picture: 'charged.png' });
  const fails = { kind: 'task-fails', failCode: '2038' } as const;
  world.simulator.faults.add({ at: 'generate', effect: fails });
  await world.untilEnded(charged.id);
  const cancelled = await world.add({ picture: 'cancelled.png' });
  await world.commands.cancel(cancelled.id);
  const before = world.simulator.submissions.length;
  await world.commands.retryAll([charged.id, cancelled.id, 'nobody']);
  expect(await world.untilEnded(cancelled.id)).toMatchObject({ stage: 'done' });
  await world.pass(60_000);
  expect((await world.store.get(charged.id))?.stage).toBe('failed');
  expect(world.simulator.submissions).toHaveLength(before + 1);
});

it('an import adds rows that run nowhere', async () => {
  await open();
  const { id } = await world.add();
  await world.untilEnded(id);
  const rows = await world.store.list();
  const text = historyFile([...rows, { ...(rows[0] as Job), id: 'theirs', stage: 'uploaded' }], 1);
  expect(await world.store.merge(readHistoryFile(text)?.jobs ?? [])).toBe(1);
  await world.pass(60_000);
  expect((await world.store.get('theirs'))?.stage).toBe('cancelled');
  expect(world.simulator.submissions).toHaveLength(1);
});
