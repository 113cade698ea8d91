import { type DBSchema, openDB } from 'idb';
import { stored } from './stored';

interface Schema extends DBSchema {
  values: { key: string; value: unknown };
}

const DATABASE = 'upscale-with-dreamina-private';

/** One value that no script in a web page can read or write, even in a compromised page. */
export interface PrivateValue {
  /** Undefined where nothing is stored. */
  read(): Promise<unknown>;
  write(value: unknown): Promise<void>;
  remove(): Promise<void>;
  /**
   * Calls back with the value after it may have changed, in any context. Wakes the background.
   * @returns stops watching
   */
  watch(onChange: (value: unknown) => void): () => void;
}

/**
 * A value under a key, in a database. Scripts in web pages can open only the page's databases, while
 * in Firefox they can write to every storage area. A storage area is used only to signal a change,
 * because databases have no change event that wakes the background.
 */
export function privateValue(key: string): PrivateValue {
  const news = stored('local', `changed/${key}`);
  const change = async (work: (db: Awaited<ReturnType<typeof open>>) => Promise<unknown>) => {
    await using(work);
    await news.write(crypto.randomUUID());
  };
  return {
    read: () => using((db) => db.get('values', key)),
    write: (value) => change((db) => db.put('values', value, key)),
    remove: () => change((db) => db.delete('values', key)),
    watch(onChange) {
      return news.watch(() => {
        // A failed read reports nothing; code that acts on the value reads it again.
        void using((db) => db.get('values', key)).then(onChange, () => undefined);
      });
    },
  };
}

function open() {
  return openDB<Schema>(DATABASE, 1, {
    upgrade: (db) => {
      db.createObjectStore('values');
    },
  });
}

/** Opened per use, a few times per job: an open connection would have to handle being closed by the browser. */
async function using<T>(work: (db: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
  const db = await open();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}
