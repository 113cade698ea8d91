import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JimengError } from '@/lib/jimeng/errors';
import { sampleJob } from '@/tests/stories/jobs';
import type { Job } from './job';
import { createSaver, type DownloadReport, type SaveDeps, type Saver } from './save';
import { deleteJobStore, type JobStore, openJobStore } from './store';

const NOW = 1_000_000;
const IN_PROGRESS: DownloadReport = { state: 'in_progress', bytes: 0, fileName: 'boat.png' };
const COMPLETE: DownloadReport = { state: 'complete', bytes: 9, fileName: 'boat (1).png' };

let store: JobStore;
let saver: Saver;
let listed: Map<number, DownloadReport>;
let released: number[];
let started: string[];
let reported: unknown[];
let refusal: Error | undefined;
/** What the browser says of a download right after it began. */
let firstReport: DownloadReport | undefined;

beforeEach(async () => {
  await deleteJobStore();
  store = await openJobStore(() => {});
  listed = new Map();
  released = [];
  started = [];
  reported = [];
  refusal = undefined;
  firstReport = IN_PROGRESS;
  const deps: Partial<SaveDeps> = {
    store,
    service: {
      lookUp: async () => {
        throw new JimengError('network');
      },
    } as unknown as SaveDeps['service'],
    now: () => NOW,
    onChange: () => {},
    report: (error) => reported.push(error),
    fileNameFor: ({ name, target, type }) => `${name}_${target}.${type}`,
    downloads: {
      async start(key, fileName) {
        if (refusal) throw refusal;
        const id = started.push(`${key} as ${fileName}`);
        if (firstReport) listed.set(id, firstReport);
        return id;
      },
      look: async (id) => listed.get(id),
      release: async (id) => {
        released.push(id);
      },
    },
  };
  saver = createSaver(deps as SaveDeps);
});
afterEach(() => store.close());

async function addRow(parts: Partial<Job> = {}): Promise<void> {
  const result = { url: 'u', width: 2, height: 2, type: 'png', bytes: 9 } as const;
  const name = 'boat';
  await store.add(sampleJob({ id: 'a', rev: 0, stage: 'done', name, result, ...parts }));
  await store.putBlob('a/result', new Blob(['x']));
}

const saved = async () => (await store.get('a'))?.saved;

describe('a save', () => {
  it('is on the way until the browser says that the file landed', async () => {
    await addRow();
    await saver.save('a');
    expect(started).toEqual(['a/result as boat_2k.png']);
    expect(await saved()).toEqual({ state: 'saving', at: NOW, downloadId: 1 });
    expect(await store.downloads()).toEqual({ 1: 'a' });
    expect(released).toEqual([]);

    listed.set(1, COMPLETE);
    await saver.downloadChanged(1);
    expect(await saved()).toEqual({
      state: 'saved',
      at: NOW,
      downloadId: 1,
      fileName: 'boat (1).png',
      bytes: 9,
    });
    expect(await store.downloads()).toEqual({});
    expect(released).toEqual([1]);
  });

  it('takes no notice of the downloads of others', async () => {
    await addRow();
    await saver.save('a');
    listed.set(99, COMPLETE);
    await saver.downloadChanged(99);
    expect(await saved()).toMatchObject({ state: 'saving' });
    expect(released).toEqual([]);
  });

  it.each<[string, DownloadReport | undefined, string]>([
    ['leaves a file without bytes', { ...COMPLETE, bytes: 0 }, 'save-failed'],
    [
      'is interrupted',
      { ...IN_PROGRESS, state: 'interrupted', error: 'FILE_NO_SPACE' },
      'FILE_NO_SPACE',
    ],
    ['is not known to the browser any more', undefined, 'save-failed'],
  ])('that %s is a failure and holds nothing back', async (_, report, reason) => {
    await addRow();
    firstReport = report;
    await saver.save('a');
    expect(await saved()).toEqual({ state: 'failed', at: NOW, reason });
    expect(await store.downloads()).toEqual({});
    expect(released).toEqual([1]);
  });

  it('that the browser refuses is a failure, and a bug of ours is reported', async () => {
    await addRow();
    refusal = new Error('Invalid filename');
    await saver.save('a');
    expect(await saved()).toEqual({ state: 'failed', at: NOW, reason: 'save-failed' });
    expect(reported).toEqual([refusal]);
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
    await store.deleteBlob('a/result');
    await saver.save('a');
    expect(await saved()).toEqual({ state: 'failed', at: NOW, reason });
    expect(started).toEqual([]);
    expect(reported).toEqual([]);
  });

  it.each([
    ['has not finished', { stage: 'generating' }],
    ['failed', { stage: 'failed' }],
  ] as const)('of a row that %s does nothing', async (_, parts) => {
    await addRow(parts);
    await saver.save('a');
    await saver.save('nobody');
    expect(started).toEqual([]);
    expect(await saved()).toBeUndefined();
  });
});

describe('after the worker or the browser ended', () => {
  it.each<[string, DownloadReport | undefined, string]>([
    ['landed', COMPLETE, 'saved'],
    ['was interrupted', { ...IN_PROGRESS, state: 'interrupted' }, 'failed'],
    ['goes on', IN_PROGRESS, 'saving'],
    ['is forgotten', undefined, 'failed'],
  ])('a save that %s is found out', async (_, report, state) => {
    await addRow({ saved: { state: 'saving', at: 1, downloadId: 5 } });
    await store.putDownload(5, 'a');
    if (report) listed.set(5, report);
    await saver.resume();
    expect(await saved()).toMatchObject({ state });
    expect(await store.downloads()).toEqual(state === 'saving' ? { 5: 'a' } : {});
  });

  it('a save of a row that was removed leaves nothing behind', async () => {
    await store.putDownload(5, 'gone');
    listed.set(5, COMPLETE);
    await saver.resume();
    expect(await store.downloads()).toEqual({});
    expect(released).toEqual([5]);
    expect(await store.get('gone')).toBeUndefined();
  });
});
