import { beforeEach, expect, vi } from 'vitest';
import type { SaveDeps } from '@/lib/jobs/engine/save';
import { createZipSaver, type ZipSaver } from '@/lib/jobs/engine/save-zip';
import type { Job } from '@/lib/jobs/model/job';
import type { ZipState } from '@/lib/jobs/model/zip-state';
import { sampleJob } from '@/tests/stories/jobs';
import { COMPLETE, createDeps, world } from './save-world';

interface ZipWorld {
  /** What is stored of the ZIP. */
  zip: ZipState | undefined;
  /** Names in the open ZIP, and in those that were closed. */
  packed: string[];
  closed: string[][];
  deletions: number;
  /** Runs before each file is packed. */
  onAdd: (name: string) => void | Promise<void>;
  /** Keys of bytes that cannot be read. */
  unreadable: Set<string>;
  isAlarmSet: boolean;
  made: number;
}

/** What ZIPs are made in, beside `world`. */
export const zipWorld = {} as ZipWorld;

beforeEach(() => {
  Object.assign(zipWorld, {
    zip: undefined,
    packed: [],
    closed: [],
    deletions: 0,
    onAdd: () => undefined,
    unreadable: new Set(),
    isAlarmSet: false,
    made: 0,
  } satisfies ZipWorld);
  world.firstReport = { ...COMPLETE, fileName: 'images.zip' };
});

/** Files that get the place they are given. */
function withPlaces(deps: SaveDeps): SaveDeps {
  return {
    ...deps,
    async makeFile(job, type, purpose, place) {
      const file = await deps.makeFile(job, type, purpose);
      return place === undefined ? file : { ...file, path: place };
    },
  };
}

/** The ZIP saver of one worker. */
export function worker(): ZipSaver {
  return createZipSaver({
    ...withPlaces(createDeps()),
    uuid: () => {
      zipWorld.made += 1;
      return zipWorld.made > 1 ? `zip-${zipWorld.made}` : 'zip';
    },
    zipState: {
      read: async () => structuredClone(zipWorld.zip),
      write: async (next) => {
        zipWorld.zip = structuredClone(next);
      },
    },
    zipWork: {
      openZip: async () => {
        zipWorld.packed = [];
      },
      async addToZip({ blobKey, name }) {
        await zipWorld.onAdd(name);
        if (zipWorld.unreadable.has(blobKey)) return { isPacked: false };
        zipWorld.packed.push(name);
        return { isPacked: true };
      },
      async closeZip(id) {
        zipWorld.closed.push(zipWorld.packed);
        return `blob:${id}`;
      },
      discardZip: async () => undefined,
    },
    deleteZipFiles: async () => {
      zipWorld.deletions += 1;
    },
    zipAlarm: {
      async arm() {
        zipWorld.isAlarmSet = true;
      },
      async clear() {
        zipWorld.isAlarmSet = false;
      },
    },
    zipPath: async (_, name = 'images') => ({ path: `Boats/${name}.zip`, conflict: 'number' }),
  });
}

/** Saves a ZIP, and waits until nothing is left to do. */
export async function save(zips: ZipSaver, jobIds: string[]): Promise<void> {
  expect(await zips.save(jobIds)).toBe(true);
  await untilIdle();
}

/** Waits until nothing is left to do. */
export const untilIdle = () => vi.waitFor(() => expect(zipWorld.isAlarmSet).toBe(false));
/** What became of the file of a row. */
export const savedAs = async (id: string) => (await world.store.get(id))?.saved;

/** Finished rows with a result each. */
export async function addRows(...rows: Partial<Job>[]): Promise<void> {
  const result = { url: 'u', width: 2, height: 2, type: 'png', bytes: 9 } as const;
  for (const row of rows) {
    const job = sampleJob({ rev: 0, stage: 'done', result, ...row });
    await world.store.add(job);
    await world.store.putBlob(`${job.id}/result`, new Blob(['x']));
  }
}
