import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JimengError } from '@/lib/jimeng/model/errors';
import { sampleJob } from '@/tests/stories/jobs';
import type { Job } from '../model/job';
import { planSave } from '../steps/plan-save';
import { deleteJobStore, type JobStore, openJobStore } from '../store/jobs';
import {
  createSaver,
  type DownloadStatus,
  type FileToSave,
  type SaveDeps,
  type Saver,
} from './save';

const NOW = 1_000_000;
const IN_PROGRESS: DownloadStatus = { state: 'in_progress', bytes: 0, fileName: 'boat.png' };
const COMPLETE: DownloadStatus = { state: 'complete', bytes: 9, fileName: 'boat (1).png' };

let store: JobStore;
let saver: Saver;
let listed: Map<number, DownloadStatus>;
/** Downloads by the address they were begun from. */
let urls: Map<string, number>;
let released: number[];
let closed: string[];
let started: string[];
let reported: unknown[];
let refusal: Error | undefined;
/** What the browser says of a download right after it began. */
let firstReport: DownloadStatus | undefined;
/** What the person wants of the file, beside its name. */
let wish: Partial<FileToSave> & { bytes?: Blob };
let locks: Set<string>;

beforeEach(async () => {
  await deleteJobStore();
  store = await openJobStore(() => {});
  listed = new Map();
  urls = new Map();
  released = [];
  closed = [];
  started = [];
  reported = [];
  refusal = undefined;
  firstReport = IN_PROGRESS;
  wish = {};
  locks = new Set();
  saver = createSaver(createDeps());
});

/** One worker's world; a second one shares the store and the browser's list. */
function createDeps(): SaveDeps {
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
    async withLock(name, work) {
      if (locks.has(name)) return undefined;
      locks.add(name);
      return work().finally(() => locks.delete(name));
    },
    async makeFile({ id, name, options }, type) {
      const { bytes, ...rest } = wish;
      if (bytes) await store.putBlob(`${id}/copy`, bytes);
      return {
        blobKey: `${id}/${bytes ? 'copy' : 'result'}`,
        path: `${name}_${options.target}.${type}`,
        conflict: 'number',
        ...rest,
      };
    },
    downloads: {
      async open(key) {
        if (!(await store.blob(key))) throw new Error(`no bytes under ${key}`);
        return `blob:${key}`;
      },
      async start(url, path, conflict) {
        if (refusal) throw refusal;
        const id = started.push(`${url} as ${path}, ${conflict}`);
        urls.set(url, id);
        if (firstReport) listed.set(id, firstReport);
        return id;
      },
      find: async (url) => urls.get(url),
      close: async (url) => {
        closed.push(url);
      },
      status: async (id) => listed.get(id),
      release: async (id) => {
        released.push(id);
      },
    },
  };
  return deps as SaveDeps;
}
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
    expect(started).toEqual(['blob:a/result as boat_2k.png, number']);
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
  it.each<[string, DownloadStatus | undefined, string]>([
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

describe('a file', () => {
  beforeEach(() => {
    firstReport = COMPLETE;
  });

  it('is a copy where the person wants another format, and the result stays as it came', async () => {
    await addRow();
    wish = { bytes: new Blob(['another format']), path: 'Boats/boat.webp', shortfall: 'note' };
    await saver.save('a');
    expect(started).toEqual(['blob:a/copy as Boats/boat.webp, number']);
    expect(await saved()).toMatchObject({ state: 'saved', shortfall: 'note' });
    expect(await (await store.blob('a/result'))?.text()).toBe('x');
    expect(await store.blob('a/copy')).toBeUndefined();
  });

  it('leaves no copy behind when it cannot be written', async () => {
    await addRow();
    wish = { bytes: new Blob(['another format']) };
    refusal = new Error('Invalid filename');
    await saver.save('a');
    expect(await store.blob('a/copy')).toBeUndefined();
    expect(await store.saves()).toEqual({});
  });

  it('falls short of nothing any more when it is saved again', async () => {
    await addRow({
      saved: { ...COMPLETE, state: 'saved', at: 1, downloadId: 9, shortfall: 'format' },
    });
    await saver.save('a');
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
    wish = { conflict };
    if (how === 'savePlanned') await store.putSave('a', {});
    await saver[how]('a');
    expect(started).toEqual([`blob:a/result as boat_2k.png, ${asked}`]);
  });
});

describe('a planned save', () => {
  beforeEach(() => {
    firstReport = COMPLETE;
  });

  it.each([
    ['wanted', true, { a: {} }],
    ['not wanted', false, {}],
    ['unheard of', undefined, {}],
  ])('is written down where saving without a click is %s', async (_, isWanted, expected) => {
    const isAutoSaving = isWanted === undefined ? undefined : async () => isWanted;
    await planSave('a', { store, ...(isAutoSaving && { isAutoSaving }) });
    expect(await store.saves()).toEqual(expected);
  });

  it('is made once, however often it is asked for', async () => {
    await addRow();
    await store.putSave('a', {});
    await Promise.all([saver.savePlanned('a'), saver.savePlanned('a'), saver.resume()]);
    await saver.savePlanned('a');
    await saver.resume();
    expect(started).toHaveLength(1);
    expect(await saved()).toMatchObject({ state: 'saved' });
    expect(await store.saves()).toEqual({});
  });

  it('is for rows that were planned, and for no others', async () => {
    await addRow();
    await saver.savePlanned('a');
    expect(started).toEqual([]);
  });

  it('waits until the row is done', async () => {
    await addRow({ stage: 'ready' });
    await store.putSave('a', {});
    await saver.resume();
    expect(started).toEqual([]);
    expect(await store.saves()).toEqual({ a: {} });
  });

  it.each([
    ['failed', { stage: 'failed' }],
    ['was cancelled', { stage: 'cancelled' }],
  ] as const)('is forgotten with a row that %s', async (_, parts) => {
    await addRow(parts);
    await store.putSave('a', {});
    await store.putSave('removed', {});
    await saver.resume();
    expect(started).toEqual([]);
    expect(await store.saves()).toEqual({});
  });

  it('that fails is not tried again by itself', async () => {
    await addRow();
    await store.putSave('a', {});
    refusal = new Error('disk full');
    await saver.savePlanned('a');
    await saver.resume();
    expect(reported).toEqual([refusal]);
    expect(await saved()).toMatchObject({ state: 'failed' });
  });
});

describe('whenever the worker dies', () => {
  /** The port of a worker that dies at its effect number `last`, just before or just after it. */
  function mortal<T extends object>(port: T, life: { left: number; isAfter: boolean }): T {
    const wrapped = Object.entries(port).map(([name, work]) => [
      name,
      async (...args: unknown[]) => {
        life.left -= 1;
        if (life.left < 0 || (life.left === 0 && !life.isAfter)) return new Promise(() => {});
        const result = await work(...args);
        return life.left === 0 ? new Promise(() => {}) : result;
      },
    ]);
    return Object.fromEntries(wrapped);
  }

  /** @returns whether the worker outlived the save */
  async function saveAndDie(how: 'save' | 'saveAs' | 'savePlanned', at: number, isAfter: boolean) {
    const life = { left: at, isAfter };
    const deps = createDeps();
    const dying = createSaver({
      ...deps,
      store: mortal(deps.store, life),
      downloads: mortal(deps.downloads, life),
    });
    void dying[how]('a');
    for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    locks.clear();
    return life.left > 0;
  }

  it.each([
    ['planned', 'savePlanned', 'before'],
    ['planned', 'savePlanned', 'after'],
    ['clicked', 'save', 'before'],
    ['clicked', 'save', 'after'],
    ['asked where to', 'saveAs', 'before'],
    ['asked where to', 'saveAs', 'after'],
  ] as const)(
    'a save that was %s writes one file and forgets none (%s, %s)',
    async (_, how, when) => {
      let isAlive = false;
      let at = 1;
      for (; !isAlive; at += 1) {
        await deleteAndOpen();
        await addRow();
        wish = { bytes: new Blob(['a copy']) };
        firstReport = COMPLETE;
        if (how === 'savePlanned') await store.putSave('a', {});
        isAlive = await saveAndDie(how, at, when === 'after');
        await createSaver(createDeps()).resume();

        const where = `${how}, ${when} effect ${at}`;
        const state = (await saved())?.state;
        // A click whose worker dies at once was never written down; a dialog is not opened again.
        const isPromised = how === 'savePlanned';
        expect(started.length, where).toBeLessThanOrEqual(1);
        if (isPromised) expect(started.length, where).toBe(1);
        expect(state, where).toBe(started.length === 1 ? 'saved' : undefined);
        expect(await store.saves(), where).toEqual({});
        expect(await store.downloads(), where).toEqual({});
        expect(await store.blob('a/copy'), where).toBeUndefined();
      }
      expect(at).toBeGreaterThan(12);
    },
  );

  async function deleteAndOpen(): Promise<void> {
    store.close();
    await deleteJobStore();
    store = await openJobStore(() => {});
    listed = new Map();
    urls = new Map();
    started = [];
  }
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
    await saver.saveAs('a');
    expect(await saved()).toMatchObject({ state: 'saving', downloadId: 1 });
    listed.set(1, cancelled);
    await saver.downloadChanged(1);
    expect(await saved()).toEqual(parts.saved);
    expect(released).toEqual([1]);
    expect(await store.downloads()).toEqual({});
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
    expect(await store.downloads()).toEqual({});
    expect(reported).toEqual([]);
  });
});
