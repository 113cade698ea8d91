import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { JobError } from '../model/failure';
import type { Entry } from '../model/history-entry';
import { entryOf } from '../model/history-entry';
import { isEnded, type Job } from '../model/job';
import { soundJob } from '../model/stored-job-check';

/** A job as stored, with the fields that only indexes need. */
export type StoredJob = Job & {
  /** Only on open jobs, so that the index contains only those. */
  open?: 1;
  sha256?: string;
  /** When it was created; missing on removed jobs, so that the index contains only what is shown. */
  shownAt?: number;
  /** Unix ms at which it was removed; deleted once undo has expired. */
  removedAt?: number;
};

interface Schema extends DBSchema {
  jobs: {
    key: string;
    value: StoredJob;
    indexes: { shownAt: number; open: number; sha256: string; removedAt: number };
  };
  /** One per shown job, written in the same transaction. */
  entries: { key: string; value: Entry; indexes: { condition: string } };
  blobs: { key: string; value: Blob };
  meta: { key: string; value: unknown };
}

export const DATABASE = 'upscale-with-dreamina';
export const VERSION = 2;

type Stores = readonly ('jobs' | 'entries' | 'blobs' | 'meta')[];
export type Writing = IDBPTransaction<Schema, Stores, 'readwrite'>;

/** The history was written by a newer version of the extension and must not be changed. */
export class NewerHistory extends Error {
  override name = 'NewerHistory' as const;
}

/** The connection to the database. Opens on demand, and again if the browser has closed it. */
export interface Connection {
  /** Rejects with NewerHistory. */
  read<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in one transaction: all or nothing is stored.
   * Rejects with JobError `storage-full` if there is no room, and with NewerHistory.
   */
  write<T>(
    stores: Stores,
    work: (tx: Writing) => Promise<T>,
    durability?: IDBTransactionDurability,
  ): Promise<T>;
  close(): void;
}

export function connectDatabase(): Connection {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;

  function open(): Promise<IDBPDatabase<Schema>> {
    const forget = () => {
      if (opened === opening) opened = undefined;
    };
    const opening = openDatabase(forget).catch((error) => {
      forget();
      throw error;
    });
    return opening;
  }

  async function read<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    opened ??= open();
    const db = await opened;
    try {
      return await work(db);
    } catch (error) {
      // The browser has closed the connection, and its event has not arrived yet.
      if (nameOf(error) !== 'InvalidStateError') throw error;
      opened = open();
      return work(await opened);
    }
  }

  return {
    read,
    write: (stores, work, durability = 'default') =>
      read(async (db) => {
        const tx = db.transaction([...stores], 'readwrite', { durability }) as Writing;
        return allOrNothing(tx, work);
      }),
    close() {
      void opened?.then((db) => db.close()).catch(() => undefined);
      opened = undefined;
    },
  };
}

async function allOrNothing<T>(tx: Writing, work: (tx: Writing) => Promise<T>): Promise<T> {
  // The requests of a failed transaction reject with AbortError; the transaction itself has the reason.
  // A transaction whose connection is lost fires no event (seen in Chromium 156).
  const heard = new AbortController();
  const ended = new Promise<Event>((resolve) => {
    const listening = { signal: heard.signal };
    tx.addEventListener('abort', resolve, listening);
    tx.addEventListener('complete', resolve, listening);
    tx.db.addEventListener('close', resolve, listening);
  });
  tx.done.catch(() => undefined);
  try {
    const result = await work(tx);
    if ((await ended).type !== 'complete') throw tx.error ?? new DOMException('', 'AbortError');
    return result;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // It has already ended.
    }
    await ended;
    if (nameOf(error) === 'QuotaExceededError' || isForWantOfRoom(tx.error)) {
      throw new JobError('storage-full', { cause: tx.error ?? error });
    }
    throw nameOf(error) === 'AbortError' ? new Error('the transaction was aborted') : error;
  } finally {
    heard.abort();
  }
}

/**
 * In Chromium the disk is the limit, not a quota. On a full disk a transaction fails with
 * "DataError: Failed to write blobs (IOError)", or with "UnknownError: Connection is closing because
 * of: IO error: ... FILE_ERROR_NO_SPACE" (both measured in Chromium 156 on a full file system).
 */
function isForWantOfRoom(reason: DOMException | null): boolean {
  const name = nameOf(reason);
  if (name === 'UnknownError') return /NO_SPACE/.test(reason?.message ?? '');
  return name === 'QuotaExceededError' || name === 'DataError';
}

function nameOf(error: unknown): string | undefined {
  return error instanceof Error || error instanceof DOMException ? error.name : undefined;
}

function openDatabase(onClosed: () => void): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(DATABASE, VERSION, {
    upgrade,
    // A newer version of the extension waits for this connection, so close it.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  }).catch((error) => {
    throw nameOf(error) === 'VersionError' ? new NewerHistory() : error;
  });
}

/** Version 1 had neither entries nor removed rows, and was ordered by an index on `createdAt`. */
async function upgrade(
  db: IDBPDatabase<Schema>,
  oldVersion: number,
  _newVersion: number | null,
  tx: IDBPTransaction<Schema, Stores, 'versionchange'>,
): Promise<void> {
  if (oldVersion < 1) {
    const created = db.createObjectStore('jobs', { keyPath: 'id' });
    created.createIndex('open', 'open');
    created.createIndex('sha256', 'sha256');
    db.createObjectStore('blobs');
    db.createObjectStore('meta');
  }
  const jobs = tx.objectStore('jobs');
  jobs.createIndex('shownAt', 'shownAt');
  jobs.createIndex('removedAt', 'removedAt');
  const entries = db.createObjectStore('entries', { keyPath: 'id' });
  entries.createIndex('condition', 'condition');
  if (oldVersion < 1) return;
  const old = jobs as unknown as { deleteIndex(name: string): void };
  old.deleteIndex('createdAt');
  for (let cursor = await jobs.openCursor(); cursor; cursor = await cursor.continue()) {
    const job = soundJob(cursor.value);
    if (!job) continue;
    // A damaged job is stored unchanged and only added to the lists.
    await Promise.all([
      cursor.update({ ...cursor.value, shownAt: job.createdAt }),
      entries.put(entryOf(job)),
    ]);
  }
}

/** A job in its stored form. */
export function toStored(job: Job): StoredJob {
  return {
    ...job,
    ...(!isEnded(job) && { open: 1 as const }),
    ...(job.source && { sha256: job.source.sha256 }),
    shownAt: job.createdAt,
  };
}

/** The stored job; undefined if there is none, if it was removed, or if it is unusable. */
export function fromStored(stored: StoredJob | undefined): Job | undefined {
  if (!stored || stored.removedAt !== undefined) return undefined;
  const { open: _o, sha256: _h, shownAt: _s, removedAt: _r, ...job } = stored;
  return soundJob(job);
}
