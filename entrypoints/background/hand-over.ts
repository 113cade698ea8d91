import type { JobStore } from '@/lib/jobs/store/jobs';

const HANDED_OVER = 'handed-over-';

/** Keys of blobs that are handed over. Blobs found when a worker starts are left from one that died. */
export const handedOver = (): IDBKeyRange => IDBKeyRange.bound(HANDED_OVER, `${HANDED_OVER}g`);

/** Carries bytes to the document and back. */
export interface HandOver {
  /**
   * Runs `ask` while the files are in the store, and deletes them afterwards.
   * @param files an undefined one gets a key for bytes that the document hands back
   */
  during<T>(
    files: readonly (Blob | undefined)[],
    ask: (blobKeys: readonly string[]) => Promise<T>,
  ): Promise<T>;
  /** What the document has left under a key. @throws Error if there is nothing */
  back(blobKey: string | undefined): Promise<Blob>;
}

export function createHandOver(
  store: Pick<JobStore, 'blob' | 'putBlob' | 'deleteBlob'>,
  uuid: () => string,
): HandOver {
  return {
    async during(files, ask) {
      const id = `${HANDED_OVER}${uuid()}`;
      const keys = files.map((_, index) => `${id}/${index}`);
      try {
        for (const [index, key] of keys.entries()) {
          const file = files[index];
          if (file) await store.putBlob(key, file);
        }
        return await ask(keys);
      } finally {
        await Promise.all(keys.map((key) => store.deleteBlob(key)));
      }
    },

    async back(blobKey) {
      const blob = blobKey === undefined ? undefined : await store.blob(blobKey);
      if (!blob) throw new Error('the picture is gone');
      return blob;
    },
  };
}
