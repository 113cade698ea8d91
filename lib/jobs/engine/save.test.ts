import { beforeEach, describe, expect, it } from 'vitest';
import {
  addRow,
  COMPLETE,
  createDeps,
  IN_PROGRESS,
  NOW,
  saved,
  world,
} from '@/tests/support/save-world';
import type { Job } from '../model/job';
import { createSaver, type DownloadStatus } from './save';

describe('a save', () => {
  it('is on the way until the browser says that the file landed', async () => {
    await addRow();
    await world.saver.save('a');
    expect(world.started).toEqual(['blob:a/result as boat_2k.png, number']);
    expect(await saved()).toEqual({ state: 'saving', at: NOW, downloadId: 1, path: 'boat_2k.png' });
    expect(await world.store.downloads()).toEqual({ 1: 'a' });
    expect(world.released).toEqual([]);

    world.listed.set(1, COMPLETE);
    await world.saver.downloadChanged(1);
    expect(await saved()).toEqual({
      state: 'saved',
      at: NOW,
      downloadId: 1,
      fileName: 'boat (1).png',
      bytes: 9,
      path: 'boat_2k.png',
    });
    expect(await world.store.downloads()).toEqual({});
    expect(world.released).toEqual([1]);
  });

  it('takes no notice of the downloads of others', async () => {
    await addRow();
    await world.saver.save('a');
    world.listed.set(99, COMPLETE);
    await world.saver.downloadChanged(99);
    expect(await saved()).toMatchObject({ state: 'saving' });
    expect(world.released).toEqual([]);
  });

  it.each<[string, DownloadStatus | undefined, string]>([
    ['leaves a file without bytes', { ...COMPLETE, bytes: 0 }, 'save-failed'],
    [
      'is interrupted',
      { ...IN_PROGRESS, state: 'interrupted', error: 'FILE_NO_SPACE' },
      'FILE_NO_SPACE',
    ],
    ['is not known to the browser any more', undefined, 'save-failed'],
  ])('that %s is a failure and holds nothing back', async (_, report, reason) => {
    await addRow();
    world.firstReport = report;
    await world.saver.save('a');
    expect(await saved()).toEqual({ state: 'failed', at: NOW, reason });
    expect(await world.store.downloads()).toEqual({});
    expect(world.released).toEqual([1]);
  });

  it('that the browser refuses is a failure, and a bug of ours is reported', async () => {
    await addRow();
    world.refusal = new Error('Invalid filename');
    await world.saver.save('a');
    expect(await saved()).toEqual({ state: 'failed', at: NOW, reason: 'save-failed' });
    expect(world.reported).toEqual([world.refusal]);
  });

  it.each([
    ['there was no order', {}, 'result-deleted'],
    [
      'the service does not answer',
      { submission: { submitId: 's', tool: 'smart-hd', at: 1 } },
      'network',
    ],
  ] as const)('of bytes that are gone says why when %s', async (_, parts, reason) => {
    await addRow(parts);
    await world.store.deleteBlob('a/result');
    await world.saver.save('a');
    expect(await saved()).toEqual({ state: 'failed', at: NOW, reason });
    expect(world.started).toEqual([]);
    expect(world.reported).toEqual([]);
  });

  it.each([
    ['has not finished', { stage: 'generating' }],
    ['failed', { stage: 'failed' }],
  ] as const)('of a row that %s does nothing', async (_, parts) => {
    await addRow(parts);
    await world.saver.save('a');
    await world.saver.save('nobody');
    expect(world.started).toEqual([]);
    expect(await saved()).toBeUndefined();
  });
});

describe('after the worker or the browser ended', () => {
  it.each<[string, DownloadStatus | undefined, string]>([
    ['landed', COMPLETE, 'saved'],
    ['was interrupted', { ...IN_PROGRESS, state: 'interrupted' }, 'failed'],
    ['goes on', IN_PROGRESS, 'saving'],
    ['is forgotten', undefined, 'failed'],
  ])('a save that %s is found out', async (_, report, state) => {
    await addRow({ saved: { state: 'saving', at: 1, downloadId: 5 } });
    await world.store.putDownload(5, 'a');
    if (report) world.listed.set(5, report);
    await world.saver.resume();
    expect(await saved()).toMatchObject({ state });
    expect(await world.store.downloads()).toEqual(state === 'saving' ? { 5: 'a' } : {});
  });

  it('a save of a row that was removed leaves nothing behind', async () => {
    await world.store.putDownload(5, 'gone');
    world.listed.set(5, COMPLETE);
    await world.saver.resume();
    expect(await world.store.downloads()).toEqual({});
    expect(world.released).toEqual([5]);
    expect(await world.store.get('gone')).toBeUndefined();
  });
});

describe('a file', () => {
  beforeEach(() => {
    world.firstReport = COMPLETE;
  });

  it('is a copy where the person wants another format, and the result stays as it came', async () => {
    await addRow();
    world.wish = {
      bytes: new Blob(['another format']),
      path: 'Boats/boat.webp',
      shortfall: 'note',
    };
    await world.saver.save('a');
    expect(world.started).toEqual(['blob:a/copy as Boats/boat.webp, number']);
    expect(await saved()).toMatchObject({ state: 'saved', shortfall: 'note' });
    expect(await (await world.store.blob('a/result'))?.text()).toBe('x');
    expect(await world.store.blob('a/copy')).toBeUndefined();
  });

  it('leaves no copy behind when it cannot be written', async () => {
    await addRow();
    world.wish = { bytes: new Blob(['another format']) };
    world.refusal = new Error('Invalid filename');
    await world.saver.save('a');
    expect(await world.store.blob('a/copy')).toBeUndefined();
    expect(await world.store.saves()).toEqual({});
  });

  it('falls short of nothing any more when it is saved again', async () => {
    await addRow({
      saved: { ...COMPLETE, state: 'saved', at: 1, downloadId: 9, shortfall: 'format' },
    });
    await world.saver.save('a');
    expect(await saved()).not.toHaveProperty('shortfall');
  });

  it.each([
    ['save', 'number', 'number'],
    ['save', 'overwrite', 'overwrite'],
    ['save', 'ask', 'ask'],
    ['saveAs', 'overwrite', 'ask'],
    ['savePlanned', 'overwrite', 'overwrite'],
    ['savePlanned', 'ask', 'number'],
  ] as const)('%s by the rule "%s" goes to the browser as "%s"', async (how, conflict, asked) => {
    await addRow();
    world.wish = { conflict };
    if (how === 'savePlanned') await world.store.putSave('a', {});
    await world.saver[how]('a');
    expect(world.started).toEqual([`blob:a/result as boat_2k.png, ${asked}`]);
  });
});

describe('a save that the person thinks better of', () => {
  const file = { state: 'saved', at: 5, downloadId: 9, fileName: 'boat.png', bytes: 9 } as const;
  const cancelled: DownloadStatus = {
    ...IN_PROGRESS,
    state: 'interrupted',
    error: 'USER_CANCELED',
  };

  it.each<[string, Partial<Job>]>([
    ['leaves no trace', {}],
    ['leaves the file that was there before', { saved: file }],
  ])('%s, in a dialog that opens after the download began', async (_, parts) => {
    await addRow(parts);
    await world.saver.saveAs('a');
    expect(await saved()).toMatchObject({ state: 'saving', downloadId: 1 });
    world.listed.set(1, cancelled);
    await world.saver.downloadChanged(1);
    expect(await saved()).toEqual(parts.saved);
    expect(world.released).toEqual([1]);
    expect(await world.store.downloads()).toEqual({});
  });

  it.each<[string, Partial<Job>]>([
    ['leaves no trace', {}],
    ['leaves the file that was there before', { saved: file }],
  ])('%s, in a dialog that the browser waits for', async (_, parts) => {
    await addRow(parts);
    const deps = createDeps();
    const { downloads } = deps;
    await createSaver({
      ...deps,
      downloads: { ...downloads, start: async () => undefined },
    }).saveAs('a');
    expect(await saved()).toEqual(parts.saved);
    expect(await world.store.downloads()).toEqual({});
    expect(world.reported).toEqual([]);
  });
});
