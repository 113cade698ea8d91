import type { IDBPObjectStore } from 'idb';
import { type Batch, withPause } from '../model/batch';
import { entryOf } from '../model/history-entry';
import type { Job } from '../model/job';
import type { OrderRecord } from '../model/order-record';
import { MANY } from '../model/watch';
import type { KnownOrder } from '../rules/budget';
import { type BatchPaths, createBatchPaths, forgetPaths } from './batch-paths';
import type { Connection } from './connection';
import { extendBatch, forgetExtended, type NewRow } from './extend-batch';
import { type HandedIn, readHandedIn, takeHandedIn } from './handed-in';
import { blobsOf } from './history';
import { PAUSED_KEY } from './queues';
import { isValidBatch } from './reading';
import { fromStored, type Schema, toStored, type Writing } from './schema';

/** Age, ms, from which an order of no batch no longer counts, and a batch without rows is forgotten with its own. */
const KEPT_MS = 60 * 24 * 60 * 60_000;

/** Batches, and what their orders cost. */
export interface BatchStore extends BatchPaths {
  /**
   * Writes a batch and its rows in one transaction: all or nothing. Handed-in images with the ids of rows are taken.
   * @returns whether it was written; false if a batch of that id exists
   */
  addBatch(batch: Batch, rows: readonly NewRow[]): Promise<boolean>;
  /**
   * Adds rows to a batch, with the next places and behind the others in the queue; all or nothing. Leaves out addresses
   * that the batch has, or was extended with before: a row that the person removed stays removed.
   * @returns the rows as written; undefined if there is no such batch
   */
  extendBatch(id: string, rows: readonly NewRow[]): Promise<Job[] | undefined>;
  /** Deletes those handed-in images that nobody will take in. */
  dropHandedIn(isDropped: (image: HandedIn) => boolean): Promise<void>;
  batch(id: string): Promise<Batch | undefined>;
  batches(): Promise<Batch[]>;
  /** Changes a stored batch in one transaction. @returns whether it exists */
  changeBatch(id: string, change: (batch: Batch) => Batch): Promise<boolean>;
  pauseBatch(id: string, pause: NonNullable<Batch['paused']>): Promise<void>;
  /** Ids of the rows of a batch, in the order picked. Removed rows are not among them. */
  rowsOfBatch(id: string): Promise<string[]>;
  /** The orders of a batch, oldest first, with their rows. */
  ordersOf(batchId: string): Promise<KnownOrder[]>;
  /** The same for all recorded orders since a moment, Unix ms. */
  ordersSince(at: number): Promise<KnownOrder[]>;
  putPrice(submitId: string, price: number): Promise<void>;
}

/** What may keep a row from being ordered. */
export interface Pauses {
  /** Unix ms since which everything is paused. */
  pausedSince: number | undefined;
  /** The batch of the row. */
  batch: Batch | undefined;
}

/** Reads inside a transaction what may keep a row from being ordered. */
export async function pausesOf(tx: Writing, { batch }: Pick<Job, 'batch'>): Promise<Pauses> {
  const [since, stored] = await Promise.all([
    tx.objectStore('meta').get(PAUSED_KEY),
    batch && tx.objectStore('batches').get(batch.id),
  ]);
  return {
    pausedSince: since as number | undefined,
    batch: isValidBatch(stored) ? stored : undefined,
  };
}

export function createBatchStore(
  connection: Connection,
  announce: (id: string) => void,
): BatchStore {
  const { read, write } = connection;
  const batch = (id: string) =>
    read(async (db) => {
      const stored = await db.get('batches', id);
      return isValidBatch(stored) ? stored : undefined;
    });

  async function changeBatch(id: string, change: (batch: Batch) => Batch): Promise<boolean> {
    const isChanged = await write(['batches'], async (tx) => {
      const batches = tx.objectStore('batches');
      const stored = await batches.get(id);
      if (!isValidBatch(stored)) return false;
      await batches.put(change(stored));
      return true;
    });
    if (isChanged) announce(id);
    return isChanged;
  }

  type Orders = IDBPObjectStore<Schema, ['orders', 'jobs'], 'orders'>;
  function ordersIn(select: (orders: Orders) => Promise<OrderRecord[]>): Promise<KnownOrder[]> {
    return read(async (db) => {
      const tx = db.transaction(['orders', 'jobs']);
      const records = await select(tx.objectStore('orders'));
      const jobs = tx.objectStore('jobs');
      const orders = await Promise.all(
        records.map(async (record) => ({ record, job: fromStored(await jobs.get(record.jobId)) })),
      );
      return orders.sort((a, b) => a.record.at - b.record.at);
    });
  }

  return {
    ...createBatchPaths(connection),

    batch,

    batches: () => read(async (db) => (await db.getAll('batches')).filter(isValidBatch)),

    async addBatch(added, rows) {
      const isAdded = await write(
        ['batches', 'orders', 'jobs', 'entries', 'blobs', 'meta'],
        async (tx) => {
          const batches = tx.objectStore('batches');
          if (await batches.get(added.id)) return false;
          const [jobs, entries, blobs] = [
            tx.objectStore('jobs'),
            tx.objectStore('entries'),
            tx.objectStore('blobs'),
          ];
          await takeHandedIn(tx.objectStore('meta'), ...rows.map(({ job }) => job.id));
          await Promise.all([
            batches.add(added),
            ...rows.flatMap(({ job, file }) => [
              jobs.add(toStored(job)),
              entries.add(entryOf(job)),
              ...(file ? [blobs.put(file, `${job.id}/file`)] : []),
            ]),
          ]);
          return true;
        },
        'strict',
      );
      if (isAdded) {
        await forgetOld(added.createdAt - KEPT_MS);
        announce(MANY);
      }
      return isAdded;
    },

    async extendBatch(id, rows) {
      const added = await write(
        ['batches', 'jobs', 'entries', 'blobs', 'meta'],
        (tx) => extendBatch(tx, id, rows),
        'strict',
      );
      if (added && added.length > 0) announce(MANY);
      return added;
    },

    async dropHandedIn(isDropped) {
      await write(['blobs', 'meta'], async (tx) => {
        const metas = tx.objectStore('meta');
        const dropped = (await readHandedIn(metas)).filter(isDropped);
        await takeHandedIn(metas, ...dropped.map(({ id }) => id));
        await Promise.all(dropped.map(({ id }) => tx.objectStore('blobs').delete(blobsOf(id))));
      });
      announce(MANY);
    },

    changeBatch,

    async pauseBatch(id, pause) {
      await changeBatch(id, (stored) => withPause(stored, pause));
    },

    rowsOfBatch: (id) =>
      read(async (db) => {
        const entries = await db.getAllFromIndex('entries', 'batch', id);
        return entries.sort((a, b) => a.createdAt - b.createdAt).map((entry) => entry.id);
      }),

    ordersOf: (batchId) => ordersIn((orders) => orders.index('batchId').getAll(batchId)),

    ordersSince: (at) =>
      ordersIn((orders) => orders.index('at').getAll(IDBKeyRange.lowerBound(at))),

    async putPrice(submitId, price) {
      const record = await write(['orders'], async (tx): Promise<OrderRecord | undefined> => {
        const orders = tx.objectStore('orders');
        const stored = await orders.get(submitId);
        if (stored) await orders.put({ ...stored, price });
        return stored;
      });
      if (record?.batchId !== undefined) announce(record.batchId);
    },
  };

  /** Deletes batches from before that time, Unix ms, that have no rows, and orders from before it of no batch. */
  async function forgetOld(before: number): Promise<void> {
    await write(['batches', 'orders', 'entries', 'meta'], async (tx) => {
      const [batches, orders] = [tx.objectStore('batches'), tx.objectStore('orders')];
      for (const { id, createdAt } of await batches.getAll()) {
        const isUsed = async () => (await tx.objectStore('entries').index('batch').count(id)) > 0;
        if (createdAt >= before || (await isUsed())) continue;
        await batches.delete(id);
        await forgetPaths(tx, id);
        await forgetExtended(tx, id);
      }
      // The budget of a batch that goes on after months still counts its first orders.
      const kept = new Set(await batches.getAllKeys());
      for (const { submitId, batchId } of await orders
        .index('at')
        .getAll(IDBKeyRange.upperBound(before))) {
        if (batchId === undefined || !kept.has(batchId)) await orders.delete(submitId);
      }
    });
  }
}
