import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { Batch } from '../model/batch';
import { entryOf, type HistoryEntry } from '../model/history-entry';
import { isEnded, type Job } from '../model/job';
import type { OrderRecord } from '../model/order-record';
import { validateStoredJob } from '../model/stored-job-check';

/** A row as stored, with the fields that only indexes need. */
export type StoredJob = Job & {
  /** Only on rows that have not ended, so the index holds only the few open rows. */
  open?: 1;
  sha256?: string;
  /** Unix ms of creation. Missing on removed rows, so the index holds only the rows on display. */
  shownAt?: number;
  /** Unix ms of removal. The row is deleted once the removal can no longer be undone. */
  removedAt?: number;
};

/** The stores of the database and their indexes. */
export interface Schema extends DBSchema {
  jobs: {
    key: string;
    value: StoredJob;
    indexes: { shownAt: number; open: number; sha256: string; removedAt: number };
  };
  /** One for each row on display, written in the same transaction. */
  entries: {
    key: string;
    value: HistoryEntry;
    indexes: { condition: string; batch: string; lookup: string };
  };
  blobs: { key: string; value: Blob };
  meta: { key: string; value: unknown };
  batches: { key: string; value: Batch };
  /** What orders cost, while there is a limit. */
  orders: { key: string; value: OrderRecord; indexes: { batchId: string; at: number } };
}

export const DATABASE = 'upscale-with-dreamina';
export const VERSION = 3;

export type Stores = readonly ('jobs' | 'entries' | 'blobs' | 'meta' | 'batches' | 'orders')[];
export type Writing = IDBPTransaction<Schema, Stores, 'readwrite'>;

/**
 * Creates the stores and indexes that a database of an older version lacks. Changes no job: a new field of a job is
 * absent in old ones.
 * @param from version of the database; 0 if it is empty
 */
export function createStores(
  db: IDBPDatabase<Schema>,
  from: number,
  tx: IDBPTransaction<Schema, Stores, 'versionchange'>,
): void {
  if (from < 1) {
    const jobs = db.createObjectStore('jobs', { keyPath: 'id' });
    jobs.createIndex('open', 'open');
    jobs.createIndex('sha256', 'sha256');
    jobs.createIndex('shownAt', 'shownAt');
    jobs.createIndex('removedAt', 'removedAt');
    db.createObjectStore('entries', { keyPath: 'id' }).createIndex('condition', 'condition');
    db.createObjectStore('blobs');
    db.createObjectStore('meta');
  }
  if (from < 2) {
    tx.objectStore('entries').createIndex('batch', 'batch');
    db.createObjectStore('batches', { keyPath: 'id' });
    const orders = db.createObjectStore('orders', { keyPath: 'submitId' });
    orders.createIndex('batchId', 'batchId');
    orders.createIndex('at', 'at');
  }
  if (from < 3) {
    tx.objectStore('entries').createIndex('lookup', 'lookup', { multiEntry: true });
    if (from > 0) void deriveEntries(tx);
  }
}

/** Writes the entries anew: they get what this version adds to them. Part of the upgrade, so all or none. */
async function deriveEntries(tx: IDBPTransaction<Schema, Stores, 'versionchange'>): Promise<void> {
  const entries = tx.objectStore('entries');
  for await (const { value } of tx.objectStore('jobs')) {
    const job = fromStored(value);
    if (job) void entries.put(entryOf(job));
  }
}

/** A row with its index fields. */
export function toStored(job: Job): StoredJob {
  return {
    ...job,
    ...(!isEnded(job) && { open: 1 as const }),
    ...(job.source && { sha256: job.source.sha256 }),
    shownAt: job.createdAt,
  };
}

/** The row without its index fields; undefined if it is missing, removed, or beyond repair. */
export function fromStored(stored: StoredJob | undefined): Job | undefined {
  if (!stored || stored.removedAt !== undefined) return undefined;
  const { open: _o, sha256: _h, shownAt: _s, removedAt: _r, ...job } = stored;
  return validateStoredJob(job);
}
