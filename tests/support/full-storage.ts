/** A disk that fills up, below the store: puts into a fake IndexedDB fail as browsers let them fail. */

interface Put {
  store: string;
  key: unknown;
  value: unknown;
}

/**
 * When browsers refuse: while the requests are on their way, which end with a mere AbortError, or
 * after they have succeeded, when all is committed: for a quota, or as Chromium does for a full disk.
 * Only the transaction knows the reason.
 */
export type Refusal = 'at-once' | 'at-commit' | 'at-commit-by-disk';

export interface FullStorage {
  /** How many puts were refused. */
  readonly refused: number;
  /** There is room again. */
  free(): void;
}

/** Refuses the puts that the condition chooses, until `free` is called. */
export function fillStorage(
  isRefused: (put: Put) => boolean,
  refusal: Refusal = 'at-commit',
): FullStorage {
  const original = {
    put: IDBObjectStore.prototype.put,
    add: IDBObjectStore.prototype.add,
  };
  let refused = 0;

  for (const name of ['put', 'add'] as const) {
    IDBObjectStore.prototype[name] = function (value: unknown, key?: IDBValidKey) {
      const request =
        key === undefined
          ? original[name].call(this, value)
          : original[name].call(this, value, key);
      const put = { store: this.name, key: key ?? (value as { id?: string }).id, value };
      if (isRefused(put)) {
        refused += 1;
        const { transaction } = this;
        const reason = refusal === 'at-commit-by-disk' ? 'DataError' : 'QuotaExceededError';
        if (refusal === 'at-once') queueMicrotask(() => abort(transaction, reason));
        else request.addEventListener('success', () => abort(transaction, reason), { once: true });
      }
      return request;
    };
  }
  return {
    get refused() {
      return refused;
    },
    free() {
      Object.assign(IDBObjectStore.prototype, original);
    },
  };
}

/** What fake-indexeddb itself calls when a transaction fails. */
function abort(transaction: IDBTransaction, reason: string): void {
  (transaction as unknown as { _abort(name: string): void })._abort(reason);
}
