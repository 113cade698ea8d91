import { entryOf } from '../model/history-entry';
import { isEnded, type Job } from '../model/job';
import { MANY } from '../model/watch';
import { settledPrice } from '../rules/budget';
import type { Connection } from './connection';
import { createHistoryReading, type HistoryReading } from './reading';
import { fromStored, type Stores, toStored, type Writing } from './schema';

/** Most rows in one transaction, so that running jobs do not wait long. */
const BATCH = 100;

/** The history: reading it, removing rows and bringing them back. */
export interface HistoryStore extends HistoryReading {
  /**
   * Hides ended rows from everything but `restore`. Keeps rows that have not ended.
   * @param at Unix ms; names the removal
   */
  hide(ids: readonly string[], at: number): Promise<void>;
  /** Brings back the rows that were removed at that moment. */
  restore(at: number): Promise<void>;
  /** Deletes the jobs removed up to then (Unix ms), with their blobs. */
  purge(until: number): Promise<void>;
  /**
   * Deletes the bytes of finished results, and notes that in their rows, which stay with everything else. A result that
   * is being saved stays.
   * @param at Unix ms
   */
  dropResults(ids: readonly string[], at: number): Promise<void>;
  /** Deletes jobs and their blobs. */
  remove(ids: readonly string[]): Promise<void>;
  /**
   * Adds rows whose ids are not listed. Does not change listed rows. A removed row that still exists comes
   * back as it was, with its pictures.
   * @returns how many were added
   */
  merge(jobs: readonly Job[]): Promise<number>;
  /** Adds missing entries for stored rows, and what entries of older versions lack. Only damage loses entries. */
  repair(): Promise<void>;
}

export function createHistoryStore(
  connection: Connection,
  announce: (jobId: string) => void,
): HistoryStore {
  const { read, write } = connection;

  /** Runs `work` for each id, in batches of one transaction, and announces the changes. */
  async function forEach(
    ids: readonly string[],
    work: (id: string, tx: Writing) => Promise<unknown>,
    stores: Stores = ['jobs', 'entries', 'blobs'],
  ): Promise<void> {
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.slice(from, from + BATCH);
      await write(stores, (tx) => Promise.all(batch.map((id) => work(id, tx))));
    }
    const [first] = ids;
    if (first !== undefined) announce(ids.length === 1 ? first : MANY);
  }

  async function remove(ids: readonly string[]): Promise<void> {
    await forEach(ids, removeRow);
  }

  return {
    ...createHistoryReading(connection),

    hide: (ids, at) =>
      forEach(
        ids,
        async (id, tx) => {
          const jobs = tx.objectStore('jobs');
          const job = fromStored(await jobs.get(id));
          if (!job || !isEnded(job)) return;
          // Without index fields, so neither lists nor the duplicate check find it.
          await Promise.all([
            jobs.put({ ...job, removedAt: at }),
            tx.objectStore('entries').delete(id),
            keepPrices(tx, job),
          ]);
        },
        ['jobs', 'entries', 'orders'],
      ),

    async restore(at) {
      const ids = await read((db) => db.getAllKeysFromIndex('jobs', 'removedAt', at));
      await forEach(ids, async (id, tx) => {
        const job = await hiddenRow(tx, id);
        if (job) await putRow(tx, job);
      });
    },

    async purge(until) {
      const range = IDBKeyRange.upperBound(until);
      const ids = await read((db) => db.getAllKeysFromIndex('jobs', 'removedAt', range));
      await forEach(ids, async (id, tx) => {
        const { removedAt = Number.POSITIVE_INFINITY } =
          (await tx.objectStore('jobs').get(id)) ?? {};
        // It may have been brought back meanwhile.
        if (removedAt <= until) await removeRow(id, tx);
      });
    },

    dropResults: (ids, at) =>
      forEach(ids, async (id, tx) => {
        const job = fromStored(await tx.objectStore('jobs').get(id));
        if (job?.stage !== 'done' || !job.result || job.saved?.state === 'saving') return;
        await Promise.all([
          putRow(tx, { ...job, rev: job.rev + 1, result: { ...job.result, removedAt: at } }),
          tx.objectStore('blobs').delete(`${id}/result`),
        ]);
      }),

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
          db.getAll('entries'),
          db.getAllKeysFromIndex('jobs', 'removedAt'),
        ]),
      );
      const whole = listed.filter(({ kept }) => kept !== undefined).map(({ id }) => id);
      const known = new Set([...whole, ...hidden]);
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

/** A row as it was when removed, without a save that was in progress: it missed the end of that. */
async function hiddenRow(tx: Writing, id: string): Promise<Job | undefined> {
  const { removedAt: _, ...stored } = (await tx.objectStore('jobs').get(id)) ?? {};
  const job = fromStored(stored as Job);
  if (job?.saved?.state !== 'saving') return job;
  const { saved, ...rest } = job;
  return saved.earlier ? { ...rest, saved: saved.earlier } : rest;
}

/** Notes what the orders of a job cost: their records outlive it, and limits go by them. */
async function keepPrices(tx: Writing, job: Job): Promise<void> {
  const orders = tx.objectStore('orders');
  const made = job.submission ? [...job.pastSubmissions, job.submission] : job.pastSubmissions;
  for (const { submitId } of made) {
    const record = await orders.get(submitId);
    const price = record && settledPrice({ record, job });
    if (record && price !== undefined) await orders.put({ ...record, price });
  }
}

function removeRow(id: string, tx: Writing): Promise<unknown> {
  return Promise.all([
    tx.objectStore('jobs').delete(id),
    tx.objectStore('entries').delete(id),
    tx.objectStore('blobs').delete(blobsOf(id)),
  ]);
}

/** Writes a job and its entry, always together. */
export function putRow(tx: Writing, job: Job): Promise<unknown> {
  return Promise.all([
    tx.objectStore('jobs').put(toStored(job)),
    tx.objectStore('entries').put(entryOf(job)),
  ]);
}

/** Keys of all blobs of a job. */
export function blobsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound(`${id}/`, `${id}0`, true, true);
}
