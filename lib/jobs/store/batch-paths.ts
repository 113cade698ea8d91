import { numberedPaths, pathKey } from '@/lib/text/distinct-path';
import type { Connection } from './connection';
import type { Writing } from './schema';

/** Which row of a batch has which path, where files are replaced. */
export interface BatchPaths {
  /**
   * Finds a path for the file of a row of a batch that no other row of the batch has had, and remembers it. Survives the
   * worker.
   * @param isTaken whether a path, by its `pathKey`, must not be used for other reasons
   * @returns the path itself, or with a number; the same for the same row and path
   */
  claimPath(
    row: { batchId: string; jobId: string },
    path: string,
    isTaken: (key: string) => boolean,
  ): Promise<string>;
}

const PREFIX = 'path';

export function createBatchPaths({ write }: Connection): BatchPaths {
  return {
    claimPath: ({ batchId, jobId }, path, isTaken) =>
      write(['meta'], async (tx) => {
        const metas = tx.objectStore('meta');
        for (const free of numberedPaths(path)) {
          const key = `${PREFIX}/${batchId}/${pathKey(free)}`;
          const owner = await metas.get(key);
          if ((owner !== undefined && owner !== jobId) || isTaken(pathKey(free))) continue;
          if (owner === undefined) await metas.put(jobId, key);
          return free;
        }
        return path;
      }),
  };
}

/** Forgets the paths of a batch. */
export async function forgetPaths(tx: Writing, batchId: string): Promise<void> {
  const start = `${PREFIX}/${batchId}/`;
  await tx.objectStore('meta').delete(IDBKeyRange.bound(start, `${start}\uffff`));
}
