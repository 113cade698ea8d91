import { deleteDB } from 'idb';
import type { SiteName } from '@/lib/jimeng/model/sites';
import type { AutomaticMemory } from '../model/automatic-memory';
import { type CostLedger, type SeenCost, withCost } from '../model/cost-ledger';
import { entryOf } from '../model/history-entry';
import type { Job } from '../model/job';
import { type KnownLogin, withLogin } from '../model/known-logins';
import { type OrderKind, orderKind } from '../model/order-kind';
import type { OrderRecord } from '../model/order-record';
import type { QueueState } from '../model/queue-state';
import { siteOf } from '../model/site';
import { MANY } from '../model/watch';
import type { DuplicateCheck, OtherRow } from '../rules/duplicate';
import { rememberDuration } from '../rules/polling';
import { type BatchStore, createBatchStore, type Pauses, pausesOf } from './batches';
import { connectDatabase } from './connection';
import { addHandedIn, type HandedIn, readHandedIn, takeHandedIn } from './handed-in';
import { blobsOf, createHistoryStore, type HistoryStore, putRow } from './history';
import { createLookups, type Lookups } from './lookups';
import { createQueueStore, FIRST_QUEUE, type QueueStore, queueKey } from './queues';
import { JOINED, type Joined } from './reading';
import { DATABASE, fromStored, toStored, type Writing } from './schema';

/** A requested save whose download is not known to have begun. */
export interface PendingSave {
  /** Address of the bytes. The browser may have begun with it, although the download id is unknown. */
  url?: string;
  /** The person chooses the place in a dialog, which cannot be repeated later. */
  isAsking?: true;
  /** One of many that are saved together: none of their files replaces another. */
  isOneOfMany?: true;
}

/**
 * Blobs of a job: the chosen file until it is read, the uploaded image, the image with its transparency if it
 * has any, the thumbnail, the result, and the copies being saved, alone or in
 * a ZIP. Of a long picture also the part being sent, and the results of its parts until they are joined.
 */
export type BlobKind =
  | 'file'
  | 'input'
  | 'shown'
  | 'thumb'
  | 'result'
  | 'copy'
  | 'zip-copy'
  | 'part-input'
  | `part-${number}`;

export function blobKey(jobId: string, kind: BlobKind): string {
  return `${jobId}/${kind}`;
}

/** Blobs to write (or delete, if undefined) in the same transaction as a job. */
type BlobChanges = Partial<Record<BlobKind, Blob | undefined>>;

/** Written along with a new row. */
export interface AddExtras {
  blobs?: BlobChanges;
  /** The row of a handed-in file: written once. */
  isHandedIn?: boolean;
  /** Runs in the same transaction; may replace the row by another one. */
  duplicateCheck?: DuplicateCheck;
}

export interface CommitExtras {
  blobs?: BlobChanges;
  /** Changes of the queue of the row's site. */
  queue?: Partial<QueueState>;
  /** What the order that begins may cost. */
  order?: OrderRecord;
  /** Flush to disk before the commit resolves: an order follows. */
  isStrict?: boolean;
  /**
   * Runs in the same transaction: whether an order may begin as things are now. If not, nothing is written, because the
   * person has paused or changed a limit since the order was judged, or the service has refused another one.
   */
  mayBegin?(now: Pauses & { queue: QueueState }): boolean;
  /**
   * Runs in the same transaction with the other rows of the same bytes. May change what is written. If
   * another row replaces this one, this one is deleted with its blobs.
   */
  duplicateCheck?: DuplicateCheck;
}

/**
 * The database of jobs: the single source of truth. Only the background writes rows.
 * A write on a full disk changes nothing and rejects with JobError `storage-full`.
 */
export interface JobStore extends HistoryStore, BatchStore, QueueStore, Lookups {
  /**
   * Writes a new row, and its blobs.
   * @returns whether it was written; false for a handed-in file that has a row, and for a row that another
   *   one replaces
   */
  add(job: Job, extras?: AddExtras): Promise<boolean>;
  /**
   * Hands images to the background, files with their bytes. All or none. Survives the death of the page or of the
   * worker.
   */
  handIn(images: readonly { image: HandedIn; bytes?: Blob }[]): Promise<void>;
  /** Images without a job yet, in order of arrival. */
  handedIn(): Promise<HandedIn[]>;
  get(id: string): Promise<Job | undefined>;
  /**
   * Writes `next` if the stored row still has `next.rev`, and raises `rev` by one.
   * @returns the stored row; undefined if another commit was faster, or another row replaces it
   */
  commit(next: Job, extras?: CommitExtras): Promise<Job | undefined>;
  blob(key: string): Promise<Blob | undefined>;
  putBlob(key: string, blob: Blob): Promise<void>;
  deleteBlob(key: string | IDBKeyRange): Promise<void>;
  automatic(site: SiteName): Promise<AutomaticMemory | undefined>;
  rememberAutomatic(site: SiteName, memory: AutomaticMemory): Promise<void>;
  /** Logins whose account was requested, oldest first. */
  logins(): Promise<readonly KnownLogin[]>;
  putLogin(login: KnownLogin): Promise<void>;
  /** Durations of finished tasks of a kind, ms, oldest first. */
  durations(kind: OrderKind): Promise<number[]>;
  /** Remembers the duration of a finished task, ms; forgets those of long ago. */
  addDuration(kind: OrderKind, durationMs: number): Promise<void>;
  /** Measured costs of orders. */
  costs(): Promise<CostLedger>;
  addCost(kind: OrderKind, cost: SeenCost): Promise<void>;
  /** Which job a browser download belongs to. */
  downloads(): Promise<Record<number, string>>;
  putDownload(downloadId: number, jobId: string | undefined): Promise<void>;
  /** Pending saves, by the id of their row. */
  saves(): Promise<Record<string, PendingSave>>;
  putSave(jobId: string, save: PendingSave | undefined): Promise<void>;
  close(): void;
}

/**
 * Opens the database. Rejects with NewerHistory if a newer version of the extension wrote it.
 * @param announce called with the id of a job after each change of it or its blobs
 */
export async function openJobStore(announce: (jobId: string) => void): Promise<JobStore> {
  const connection = connectDatabase();
  const { read, write } = connection;
  await read(async () => undefined);

  function meta<T>(key: string, fallback: T): Promise<T> {
    return read(async (db) => ((await db.get('meta', key)) as T | undefined) ?? fallback);
  }

  /** Changes a shared value in one transaction. */
  function changeMeta<T>(key: string, fallback: T, change: (value: T) => T): Promise<void> {
    return write(['meta'], async (tx) => {
      const metas = tx.objectStore('meta');
      await metas.put(change(((await metas.get(key)) as T | undefined) ?? fallback), key);
    });
  }

  return {
    ...createHistoryStore(connection, announce),
    ...createBatchStore(connection, announce),
    ...createQueueStore(meta, changeMeta, announce),
    ...createLookups(connection),

    async add(job, { blobs, isHandedIn = false, duplicateCheck } = {}) {
      const isAdded = await write(['jobs', 'entries', 'blobs', 'meta'], async (tx) => {
        if (isHandedIn && !(await takeHandedIn(tx.objectStore('meta'), job.id))) return false;
        const verdict = duplicateCheck?.judge(job, await rowsBeside(tx, job)) ?? { write: job };
        if ('join' in verdict) {
          await join(tx, job, verdict.join);
          return false;
        }
        const row = verdict.write;
        await Promise.all([
          tx.objectStore('jobs').add(toStored(row)),
          tx.objectStore('entries').add(entryOf(row)),
          ...changeBlobs(tx, row.id, blobs),
        ]);
        return true;
      });
      if (isAdded) announce(job.id);
      else if (duplicateCheck?.joined) announce(duplicateCheck.joined.id);
      return isAdded;
    },

    async handIn(images) {
      await write(['blobs', 'meta'], async (tx) => {
        await Promise.all([
          addHandedIn(
            tx.objectStore('meta'),
            images.map(({ image }) => image),
          ),
          ...images.flatMap(({ image, bytes }) =>
            bytes ? changeBlobs(tx, image.id, { file: bytes }) : [],
          ),
        ]);
      });
      if (images.some(({ image }) => image.batch)) announce(MANY);
    },

    handedIn: () => read((db) => readHandedIn({ get: (key) => db.get('meta', key) })),

    get: (id) => read(async (db) => fromStored(await db.get('jobs', id))),

    async commit(next, extras = {}) {
      const committed = await write(
        [
          ...(['jobs', 'entries', 'blobs', 'meta'] as const),
          ...(extras.order ? (['orders'] as const) : []),
          ...(extras.mayBegin ? (['batches'] as const) : []),
        ],
        async (tx) => {
          const metas = tx.objectStore('meta');
          const [stored, storedQueue] = await Promise.all([
            tx.objectStore('jobs').get(next.id),
            metas.get(queueKey(siteOf(next))),
          ]);
          if (fromStored(stored)?.rev !== next.rev) return undefined;
          const queue = (storedQueue as QueueState | undefined) ?? FIRST_QUEUE;
          if (extras.mayBegin && !extras.mayBegin({ ...(await pausesOf(tx, next)), queue }))
            return undefined;
          const verdict = extras.duplicateCheck?.judge(next, await rowsOfPicture(tx, next)) ?? {
            write: next,
          };
          if ('join' in verdict) {
            await join(tx, next, verdict.join);
            return undefined;
          }
          const raised: Job = { ...verdict.write, rev: next.rev + 1 };
          const writes = [putRow(tx, raised), ...changeBlobs(tx, next.id, extras.blobs)];
          if (extras.queue && verdict.write === next) {
            writes.push(metas.put({ ...queue, ...extras.queue }, queueKey(siteOf(next))));
          }
          if (extras.order && verdict.write === next) {
            writes.push(tx.objectStore('orders').put(extras.order));
          }
          await Promise.all(writes);
          return raised;
        },
        extras.isStrict ? 'strict' : 'default',
      );
      if (committed || extras.duplicateCheck?.joined) announce(next.id);
      return committed;
    },

    blob: (key) => read((db) => db.get('blobs', key)),

    async putBlob(key, blob) {
      await write(['blobs'], (tx) => tx.objectStore('blobs').put(blob, key));
      announce(key.slice(0, key.indexOf('/')));
    },

    deleteBlob: (key) => write(['blobs'], (tx) => tx.objectStore('blobs').delete(key)),

    automatic: (site) => meta<AutomaticMemory | undefined>(`automatic/${site}`, undefined),

    rememberAutomatic: (site, memory) => changeMeta(`automatic/${site}`, memory, () => memory),

    logins: () => meta<readonly KnownLogin[]>('logins', []),

    putLogin: (login) =>
      changeMeta<readonly KnownLogin[]>('logins', [], (logins) => withLogin(logins, login)),

    durations: (kind) => meta(`durations/${orderKind(kind)}`, []),

    addDuration: (kind, durationMs) =>
      changeMeta<number[]>(`durations/${orderKind(kind)}`, [], (durations) =>
        rememberDuration(durations, durationMs),
      ),

    costs: () => meta<CostLedger>('costs', {}),

    addCost: (kind, cost) =>
      changeMeta<CostLedger>('costs', {}, (costs) => withCost(costs, kind, cost)),

    downloads: () => meta('downloads', {}),

    putDownload: (downloadId, jobId) =>
      changeMeta<Record<number, string>>('downloads', {}, ({ [downloadId]: _, ...others }) =>
        jobId === undefined ? others : { ...others, [downloadId]: jobId },
      ),

    saves: () => meta('saves', {}),

    putSave: (jobId, save) =>
      changeMeta<Record<string, PendingSave>>('saves', {}, ({ [jobId]: _, ...others }) =>
        save === undefined ? others : { ...others, [jobId]: save },
      ),

    close: connection.close,
  };
}

function changeBlobs(tx: Writing, jobId: string, changes: BlobChanges = {}): Promise<unknown>[] {
  const blobs = tx.objectStore('blobs');
  return Object.entries(changes).map(([kind, blob]) => {
    const key = blobKey(jobId, kind as BlobKind);
    return blob ? blobs.put(blob, key) : blobs.delete(key);
  });
}

/** The other rows with the bytes of a row. */
async function rowsOfPicture(tx: Writing, { id, source }: Job): Promise<OtherRow[]> {
  if (!source) return [];
  const same = await tx.objectStore('jobs').index('sha256').getAll(source.sha256);
  const known = await Promise.all(
    same.map(async (stored) => {
      const job = fromStored(stored);
      if (!job || job.id === id) return [];
      const results = await tx.objectStore('blobs').count(blobKey(job.id, 'result'));
      return [{ job, hasResult: results > 0 }];
    }),
  );
  return known.flat();
}

/** The rows with the bytes of a new row, and all that have not ended. */
async function rowsBeside(tx: Writing, row: Job): Promise<OtherRow[]> {
  const [same, open] = await Promise.all([
    rowsOfPicture(tx, row),
    tx.objectStore('jobs').index('open').getAll(1),
  ]);
  const ids = new Set(same.map(({ job }) => job.id));
  const others = open.flatMap((stored) => {
    const job = fromStored(stored);
    return job && !ids.has(job.id) ? [{ job, hasResult: false }] : [];
  });
  return [...same, ...others];
}

/** Deletes a row with its blobs, and records the row that replaces it. */
async function join(tx: Writing, { id, updatedAt }: Job, leader: Job): Promise<void> {
  const joined: Joined = { jobId: leader.id, target: leader.options.target, at: updatedAt };
  await Promise.all([
    tx.objectStore('jobs').delete(id),
    tx.objectStore('entries').delete(id),
    tx.objectStore('blobs').delete(blobsOf(id)),
    tx.objectStore('meta').put(joined, JOINED),
  ]);
}

/** Deletes the database. For tests. */
export function deleteJobStore(): Promise<void> {
  return deleteDB(DATABASE);
}
