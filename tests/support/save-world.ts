import type { SiteDeps } from '@/lib/jobs/steps/deps';
import { oneSite } from './one-site';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach } from 'vitest';
import { JimengError } from '@/lib/jimeng/model/errors';
import {
  createSaver,
  type DownloadStatus,
  type FileToSave,
  type SaveDeps,
  type Saver,
} from '@/lib/jobs/engine/save';
import type { Job } from '@/lib/jobs/model/job';
import { deleteJobStore, type JobStore, openJobStore } from '@/lib/jobs/store/jobs';
import { sampleJob } from '@/tests/stories/jobs';

export const NOW = 1_000_000;
export const IN_PROGRESS: DownloadStatus = { state: 'in_progress', bytes: 0, fileName: 'boat.png' };
export const COMPLETE: DownloadStatus = { state: 'complete', bytes: 9, fileName: 'boat (1).png' };

interface SaveWorld {
  store: JobStore;
  saver: Saver;
  /** The browser's list of downloads. */
  listed: Map<number, DownloadStatus>;
  /** Downloads by the address they were begun from. */
  urls: Map<string, number>;
  released: number[];
  closed: string[];
  started: string[];
  reported: unknown[];
  /** What the browser rejects a download with. */
  refusal: Error | undefined;
  /** What the browser says of a download right after it began. */
  firstReport: DownloadStatus | undefined;
  /** What the person wants of the file, beside its name. */
  wish: Partial<FileToSave> & { bytes?: Blob };
  locks: Set<string>;
}

/** The world of the current test: a real store, and a browser that lists its downloads. */
export const world = {} as SaveWorld;

/** Begins with an empty database and an empty list of downloads. */
export async function openSaveWorld(): Promise<void> {
  await deleteJobStore();
  Object.assign(world, {
    store: await openJobStore(() => {}),
    listed: new Map(),
    urls: new Map(),
    released: [],
    closed: [],
    started: [],
    reported: [],
    refusal: undefined,
    firstReport: IN_PROGRESS,
    wish: {},
    locks: new Set(),
  } satisfies Omit<SaveWorld, 'saver'>);
  world.saver = createSaver(createDeps());
}

beforeEach(openSaveWorld);
afterEach(() => world.store.close());

/** One worker's world; a second one shares the store and the browser's list. */
export function createDeps(): SaveDeps {
  const deps: Partial<SaveDeps> = {
    store: world.store,
    ...oneSite({
      service: {
        lookUp: async () => {
          throw new JimengError('network');
        },
      } as unknown as SiteDeps['service'],
    }),
    now: () => NOW,
    onChange: () => {},
    report: (error) => world.reported.push(error),
    async withLock(name, work) {
      if (world.locks.has(name)) return undefined;
      world.locks.add(name);
      return work().finally(() => world.locks.delete(name));
    },
    async makeFile({ id, name, options }, type) {
      const { bytes, ...rest } = world.wish;
      if (bytes) await world.store.putBlob(`${id}/copy`, bytes);
      return {
        blobKey: `${id}/${bytes ? 'copy' : 'result'}`,
        path: `${name}_${options.target}.${type}`,
        conflict: 'number',
        ...rest,
      };
    },
    downloads: {
      async open(key) {
        if (!(await world.store.blob(key))) throw new Error(`no bytes under ${key}`);
        return `blob:${key}`;
      },
      async start(url, path, conflict) {
        if (world.refusal) throw world.refusal;
        const id = world.started.push(`${url} as ${path}, ${conflict}`);
        world.urls.set(url, id);
        if (world.firstReport) world.listed.set(id, world.firstReport);
        return id;
      },
      find: async (url) => world.urls.get(url),
      close: async (url) => {
        world.closed.push(url);
      },
      status: async (id) => world.listed.get(id),
      exists: async (id) => world.listed.get(id)?.state === 'complete',
      release: async (id) => {
        world.released.push(id);
      },
    },
  };
  return deps as SaveDeps;
}

/** A finished row `a` with its result. */
export async function addRow(parts: Partial<Job> = {}): Promise<void> {
  const result = { url: 'u', width: 2, height: 2, type: 'png', bytes: 9 } as const;
  const name = 'boat';
  await world.store.add(sampleJob({ id: 'a', rev: 0, stage: 'done', name, result, ...parts }));
  await world.store.putBlob('a/result', new Blob(['x']));
}

export const saved = async () => (await world.store.get('a'))?.saved;
