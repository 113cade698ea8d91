/** Databases as earlier versions of the extension made them, by raw IndexedDB calls. */
import type { Job } from '@/lib/jobs/model/job';
import rowsOfVersion1 from '@/tests/fixtures/history-v1.json' with { type: 'json' };

const NAME = 'upscale-with-dreamina';

/** Rows of every stage, as version 1 wrote them: with the fields of its indexes. */
export const VERSION_1_ROWS = rowsOfVersion1 as unknown as readonly (Job & {
  open?: 1;
  sha256?: string;
})[];

/** Runs `fill` in an upgrade to the given version, and closes the database again. */
export function makeDatabase(
  version: number,
  fill: (db: IDBDatabase, tx: IDBTransaction) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, version);
    request.onupgradeneeded = () => {
      if (request.transaction) fill(request.result, request.transaction);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

/** A database of version 1: every row with an input and a small picture, finished ones with a result. */
export function makeVersion1(rows: readonly object[] = VERSION_1_ROWS): Promise<void> {
  return makeDatabase(1, (db) => {
    const jobs = db.createObjectStore('jobs', { keyPath: 'id' });
    jobs.createIndex('createdAt', 'createdAt');
    jobs.createIndex('open', 'open');
    jobs.createIndex('sha256', 'sha256');
    const blobs = db.createObjectStore('blobs');
    const meta = db.createObjectStore('meta');
    for (const row of rows as readonly (Job & object)[]) {
      jobs.put(row);
      blobs.put(new Blob([`input of ${row.id}`]), `${row.id}/input`);
      blobs.put(new Blob([`thumb of ${row.id}`]), `${row.id}/thumb`);
      if (row.stage === 'done') blobs.put(new Blob([`result of ${row.id}`]), `${row.id}/result`);
    }
    meta.put({ lastSubmitAt: 7, heldUntil: 8 }, 'queue');
    meta.put({ 3: rows.length > 0 ? (rows[0] as Job).id : '' }, 'downloads');
    meta.put([9_000, 11_000], 'durations/super-resolution/2k');
    meta.put({ account: 'a', tool: 'smart-hd', until: 5 }, 'automatic');
  });
}

/** Writes something as it is, past all code of the store. */
export function putRaw(store: 'jobs' | 'entries', value: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      const tx = db.transaction(store, 'readwrite');
      tx.objectStore(store).put(value);
      tx.oncomplete = () => {
        db.close();
        resolve();
      };
      tx.onabort = () => reject(tx.error);
    };
  });
}
