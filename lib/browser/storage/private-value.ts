import { type DBSchema, openDB } from 'idb';
import { stored } from './stored';

interface Schema extends DBSchema {
  values: { key: string; value: unknown };
}

const DATABASE = 'upscale-with-dreamina-private';

/** A value that no script in a web page can read or write, even if the page took over its process. */
export interface PrivateValue {
  /** Undefined where nothing is stored. */
  read(): Promise<unknown>;
  write(value: unknown): Promise<void>;
  remove(): Promise<void>;
  /**
   * Calls back with the value after a possible change in any context. Wakes the background.
   * @returns stops watching
   */
  watch(onChange: (value: unknown) => void): () => void;
}

/**
 * A value under a key, in a database. Scripts in web pages cannot open our databases, but in Firefox they can
 * write to every storage area. A storage area only signals a change, because a change of a database wakes no
 * worker.
 */
export function privateValue(key: string): PrivateValue {
  const signal = stored('local', `changed/${key}`);
  const change = async (work: (db: Awaited<ReturnType<typeof open>>) => Promise<unknown>) => {
    await using(work);
    await signal.write(crypto.randomUUID());
  };
  return {
    read: () => using((db) => db.get('values', key)),
    write: (value) => change((db) => db.put('values', value, key)),
    remove: () => change((db) => db.delete('values', key)),
    watch(onChange) {
      return signal.watch(() => {
        // Ignore a failed read: code that acts on the value reads it again.
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

/** One connection per use: reads are rare, and the browser may close a connection that stays open. */
async function using<T>(work: (db: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
  const db = await open();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}
