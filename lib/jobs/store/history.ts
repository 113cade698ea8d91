import { entryOf } from '../model/history-entry';
import { isEnded, type Job } from '../model/job';
import { MANY } from '../model/watch';
import type { Connection } from './connection';
import { createHistoryReading, type HistoryReading } from './reading';
import { fromStored, toStored, type Writing } from './schema';

/** Rows that one transaction writes at most, so that running jobs are not kept waiting. */
const BATCH = 100;

/** The history as a whole: what is shown of it, and how rows leave it. */
export interface HistoryStore extends HistoryReading {
  /**
   * Takes ended rows out of everything but `restore`. Rows that have not ended stay.
   * @param at Unix ms; names the removal
   */
  hide(ids: readonly string[], at: number): Promise<void>;
  /** Brings back what was removed at that very moment. */
  restore(at: number): Promise<void>;
  /** Deletes the rows that were removed up to then (Unix ms), with their blobs. */
  purge(until: number): Promise<void>;
  /** Deletes rows and their blobs. */
  remove(ids: readonly string[]): Promise<void>;
  /**
   * Adds rows whose ids are not listed yet; listed ones stay as they are. One that was removed and is
   * not deleted yet comes back as it was, with its pictures.
   * @returns how many were added
   */
  merge(jobs: readonly Job[]): Promise<number>;
  /** Lists rows that are stored but in no list. Only damage makes them. */
  repair(): Promise<void>;
}

export function createHistoryStore(
  connection: Connection,
  announce: (jobId: string) => void,
): HistoryStore {
  const { read, write } = connection;

  /** Runs `work` for each id, a batch to a transaction, and announces what changed. */
  async function forEach(
    ids: readonly string[],
    work: (id: string, tx: Writing) => Promise<unknown>,
  ): Promise<void> {
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.slice(from, from + BATCH);
      await write(['jobs', 'entries', 'blobs'], (tx) =>
        Promise.all(batch.map((id) => work(id, tx))),
      );
    }
    const [first] = ids;
    if (first !== undefined) announce(ids.length === 1 ? first : MANY);
  }

  async function remove(ids: readonly string[]): Promise<void> {
    await forEach(ids, (id, tx) =>
      Promise.all([
        tx.objectStore('jobs').delete(id),
        tx.objectStore('entries').delete(id),
        tx.objectStore('blobs').delete(blobsOf(id)),
      ]),
    );
  }

  return {
    ...createHistoryReading(connection),

    hide: (ids, at) =>
      forEach(ids, async (id, tx) => {
        const jobs = tx.objectStore('jobs');
        const job = fromStored(await jobs.get(id));
        if (!job || !isEnded(job)) return;
        // Neither a list nor the search for duplicates may find it.
        await Promise.all([
          jobs.put({ ...job, removedAt: at }),
          tx.objectStore('entries').delete(id),
        ]);
      }),

    async restore(at) {
      const ids = await read((db) => db.getAllKeysFromIndex('jobs', 'removedAt', at));
      await forEach(ids, async (id, tx) => {
        const job = await hiddenRow(tx, id);
        if (job) await putRow(tx, job);
      });
    },

    async purge(until) {
      const range = IDBKeyRange.upperBound(until);
      await remove(await read((db) => db.getAllKeysFromIndex('jobs', 'removedAt', range)));
    },

    remove,

    async merge(jobs) {
      const listed = new Set(await read((db) => db.getAllKeys('entries')));
      const fresh = new Map(jobs.filter(({ id }) => !listed.has(id)).map((job) => [job.id, job]));
      await forEach([...fresh.keys()], async (id, tx) => {
        const job = (await hiddenRow(tx, id)) ?? fresh.get(id);
        if (job) await putRow(tx, job);
      });
      return fresh.size;
    },

    async repair() {
      const [rows, listed, hidden] = await read((db) =>
        Promise.all([
          db.getAllKeys('jobs'),
          db.getAllKeys('entries'),
          db.getAllKeysFromIndex('jobs', 'removedAt'),
        ]),
      );
      const known = new Set([...listed, ...hidden]);
      await forEach(
        rows.filter((id) => !known.has(id)),
        async (id, tx) => {
          const jobs = tx.objectStore('jobs');
          const job = fromStored(await jobs.get(id));
          if (job) await putRow(tx, job);
          else await jobs.delete(id);
        },
      );
    },
  };
}

/** A row as it was when it was removed. Of a save that ended meanwhile nobody has told it. */
async function hiddenRow(tx: Writing, id: string): Promise<Job | undefined> {
  const { removedAt: _, ...stored } = (await tx.objectStore('jobs').get(id)) ?? {};
  const job = fromStored(stored as Job);
  if (job?.saved?.state !== 'saving') return job;
  const { saved, ...rest } = job;
  return saved.earlier ? { ...rest, saved: saved.earlier } : rest;
}

/** Writes a row and its entry: always together. */
export function putRow(tx: Writing, job: Job): Promise<unknown> {
  return Promise.all([
    tx.objectStore('jobs').put(toStored(job)),
    tx.objectStore('entries').put(entryOf(job)),
  ]);
}

/** Keys of all blobs of a row. */
export function blobsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound(`${id}/`, `${id}0`, true, true);
}
