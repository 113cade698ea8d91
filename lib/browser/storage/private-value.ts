import { type DBSchema, openDB } from 'idb';
import { stored } from './stored';

interface Schema extends DBSchema {
  values: { key: string; value: unknown };
}

const DATABASE = 'upscale-with-dreamina-private';

/** One value that no script in a web page can read or write, whatever has become of that page. */
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
 * A value under a key, in a database. Scripts in web pages have the page's databases and not ours, while
 * in Firefox they can write to every storage area. A storage area only carries the news of a change,
 * because a database wakes nobody.
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
        // What cannot be read says nothing, and whoever acts on the value reads it anew.
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

/** Read a few times a job: a connection that is kept open would have to survive the browser closing it. */
async function using<T>(work: (db: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
  const db = await open();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}
