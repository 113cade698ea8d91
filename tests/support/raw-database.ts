/** The extension's database by raw IndexedDB calls, around all code of the store. */
const NAME = 'upscale-with-dreamina';

/** Runs `fill` in an upgrade to the given version, then closes the database. */
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

/** Writes a value as it is. */
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
