import { DATABASE, VERSION } from '@/lib/jobs/store/schema';

/** Ways in which a page finds the database closed to it, by the trouble that this is. */
export const CLOSED_DATABASES = {
  /** A newer version of the extension has written it. */
  newer: () =>
    new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(DATABASE, VERSION + 1);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error);
    }),
  /** The browser does not open it, until `openAgain`. */
  unreadable: async () => {
    usual ??= indexedDB.open;
    IDBFactory.prototype.open = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    };
  },
} as const;

let usual: typeof indexedDB.open | undefined;

/** Takes the obstacle of `unreadable` away. */
export function openAgain(): void {
  if (usual) IDBFactory.prototype.open = usual;
}
