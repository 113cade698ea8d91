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
export type Refusal = 'at-once' | 'at-once-by-disk' | 'at-commit' | 'at-commit-by-disk';

const REASONS: Record<Refusal, DOMException> = {
  'at-once': new DOMException('', 'QuotaExceededError'),
  'at-once-by-disk': new DOMException(
    'Connection is closing because of: IO error: .../000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)',
    'UnknownError',
  ),
  'at-commit': new DOMException('', 'QuotaExceededError'),
  'at-commit-by-disk': new DOMException('Failed to write blobs (IOError)', 'DataError'),
};

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
        const refuse = () => abort(transaction, REASONS[refusal]);
        if (refusal.startsWith('at-once')) queueMicrotask(refuse);
        else request.addEventListener('success', refuse, { once: true });
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

/** What fake-indexeddb itself calls when a transaction fails; it knows reasons by name only. */
function abort(transaction: IDBTransaction, reason: DOMException): void {
  (transaction as unknown as { _abort(name: string): void })._abort(reason.name);
  (transaction as { error: DOMException | null }).error = reason;
}
