import { createSaver, type DownloadStatus, type Saver } from '@/lib/jobs/engine/save';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import type { JobWorld } from './job-world-types';
import type { Effects, Life } from './worker-life';

/** The saver of one worker, with downloads that end at once as `world.downloadOutcome` says. */
export function worldSaver(
  world: JobWorld,
  deps: JobDeps,
  { downloads, effect, owner }: SavedDeps,
): Saver {
  return createSaver({
    ...deps,
    makeFile: async ({ id, name, options }, type) => ({
      blobKey: `${id}/result`,
      path: `${name}_${options.target}.${type}`,
      conflict: 'number',
    }),
    downloads: {
      open: effect('downloads.open', owner, async (key: string) => `blob:${key}`),
      find: effect('downloads.find', owner, async () => undefined),
      close: effect('downloads.close', owner, async () => {}),
      start: effect('downloads.start', owner, async (url: string, fileName: string) => {
        const key = url.slice('blob:'.length);
        const file = await world.store.blob(key);
        if (!file) throw new Error(`no bytes under ${key}`);
        world.files.set(fileName, file);
        const id = downloads.size + 1;
        downloads.set(id, { ...world.downloadOutcome, bytes: file.size, fileName });
        return id;
      }),
      status: effect('downloads.status', owner, async (id: number) => downloads.get(id)),
      exists: effect('downloads.exists', owner, async (id: number) => downloads.has(id)),
      release: effect('downloads.release', owner, async () => {}),
    },
  });
}

interface SavedDeps {
  /** Every download so far; outlives the workers. */
  downloads: Map<number, DownloadStatus>;
  effect: Effects['effect'];
  owner: Life;
}
