import { type IDBPDatabase, openDB } from 'idb';
import { JobError } from '../model/failure';
import { createStores, DATABASE, type Schema, type Stores, VERSION, type Writing } from './schema';

/** A newer version of the extension wrote the history. This version neither reads nor changes it. */
export class NewerHistory extends Error {
  override name = 'NewerHistory' as const;
}

/** The connection to the database. Opens on first use, and again after the browser closed it. */
export interface Connection {
  /** Rejects with NewerHistory; with JobError `storage-full` if a full disk keeps the database closed. */
  read<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in one transaction: stores all of it or nothing. Runs it again if the browser has lost the
   * database, until that is back. Rejects with JobError `storage-full` when the disk is full, and with
   * NewerHistory.
   */
  write<T>(
    stores: Stores,
    work: (tx: Writing) => Promise<T>,
    durability?: IDBTransactionDurability,
  ): Promise<T>;
  close(): void;
}

/**
 * On a full disk, Chromium 156 may lose its database: every call then fails with an UnknownError, for about 6 s
 * ("Corruption detected", "Internal error opening backing store"). Waits before the next tries, ms.
 */
const LOST_WAITS = [2_000, 4_000, 8_000];

/** @param sleep waits for milliseconds */
export function connectDatabase(
  sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
): Connection {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  /** The database of `opened`, once it is open: a read of a page then begins before the page is drawn again. */
  let current: IDBPDatabase<Schema> | undefined;

  function open(): Promise<IDBPDatabase<Schema>> {
    const forget = () => {
      if (opened !== opening) return;
      opened = undefined;
      current = undefined;
    };
    const opening = openDatabase(forget).then(
      (db) => {
        if (opened === opening) current = db;
        return db;
      },
      (error) => {
        forget();
        throw error;
      },
    );
    return opening;
  }

  async function read<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    opened ??= open();
    const db = current ?? (await opened);
    try {
      return await work(db);
    } catch (error) {
      // The browser closed the connection, and its `close` event has not arrived yet.
      if (nameOf(error) !== 'InvalidStateError') throw error;
      current = undefined;
      opened = open();
      return work(await opened);
    }
  }

  return {
    read,
    async write(stores, work, durability = 'default') {
      for (let tries = 0; ; tries += 1) {
        try {
          return await read(async (db) => {
            const tx = db.transaction([...stores], 'readwrite', { durability }) as Writing;
            return allOrNothing(tx, work);
          });
        } catch (error) {
          const wait = LOST_WAITS[tries];
          if (nameOf(error) !== 'UnknownError' || wait === undefined) throw error;
          await sleep(wait);
        }
      }
    },
    close() {
      void opened?.then((db) => db.close()).catch(() => undefined);
      opened = undefined;
      current = undefined;
    },
  };
}

async function allOrNothing<T>(tx: Writing, work: (tx: Writing) => Promise<T>): Promise<T> {
  // The requests of a failed transaction reject with a plain AbortError; `tx.error` holds the reason.
  // A transaction whose connection is lost fires no event (seen in Chromium 156).
  const listeners = new AbortController();
  const ended = new Promise<Event>((resolve) => {
    const options = { signal: listeners.signal };
    tx.addEventListener('abort', resolve, options);
    tx.addEventListener('complete', resolve, options);
    tx.db.addEventListener('close', resolve, options);
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
      // Already over.
    }
    await ended;
    if (nameOf(error) === 'QuotaExceededError' || isDiskFull(tx.error)) {
      throw new JobError('storage-full', { cause: tx.error ?? error });
    }
    if (nameOf(tx.error) === 'UnknownError') throw tx.error;
    throw nameOf(error) === 'AbortError' ? new Error('the transaction was aborted') : error;
  } finally {
    listeners.abort();
  }
}

/**
 * With `unlimitedStorage`, Chromium sets no quota but the disk. On a full disk a transaction ends with
 * "DataError: Failed to write blobs (IOError)", or with "UnknownError: Connection is closing because
 * of: IO error: ... FILE_ERROR_NO_SPACE" (both measured in Chromium 156 on a full file system).
 */
function isDiskFull(reason: DOMException | null): boolean {
  const name = nameOf(reason);
  if (name === 'UnknownError') return /NO_SPACE/.test(reason?.message ?? '');
  return name === 'QuotaExceededError' || name === 'DataError';
}

function nameOf(error: unknown): string | undefined {
  return error instanceof Error || error instanceof DOMException ? error.name : undefined;
}

async function openDatabase(onClosed: () => void): Promise<IDBPDatabase<Schema>> {
  try {
    return await openDB<Schema>(DATABASE, VERSION, {
      upgrade: (db, from, _to, tx) => createStores(db, from, tx as never),
      // A newer version of the extension waits for this connection to close.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        onClosed();
      },
      terminated: onClosed,
    });
  } catch (error) {
    if (nameOf(error) === 'VersionError') throw new NewerHistory();
    // "Encountered full disk while opening backing store" (Chromium 156).
    if (nameOf(error) === 'QuotaExceededError')
      throw new JobError('storage-full', { cause: error });
    throw error;
  }
}
