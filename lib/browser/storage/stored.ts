import { browser } from 'wxt/browser';

/** One value in the browser's storage. The stored value may be anything: validate it after reading. */
export interface Stored {
  /** Undefined where nothing is stored. */
  read(): Promise<unknown>;
  /** Rejects if the browser refuses it, for example over its quota. */
  write(value: unknown): Promise<void>;
  remove(): Promise<void>;
  /**
   * Calls back with the value whenever any context changes it.
   * @returns stops watching
   */
  watch(onChange: (value: unknown) => void): () => void;
}

/**
 * A value under a key.
 *
 * Not `wxt/utils/storage`: `defineItem` reads its value as soon as it is defined, in every context and on
 * every start of the worker, and a storage that fails then is an unhandled rejection. Its fallback replaces
 * a whole value and not single invalid fields, and it does not order changes. Of its features only versions
 * are missing here; each reader drops what it does not know.
 * @param area `sync` goes to the person's other devices, `session` ends with the browser
 */
export function stored(area: 'local' | 'sync' | 'session', key: string): Stored {
  return {
    read: async () => (await browser.storage[area].get(key))[key] ?? undefined,
    write: (value) => browser.storage[area].set({ [key]: value }),
    remove: () => browser.storage[area].remove(key),
    watch(onChange) {
      const listener = (changes: Record<string, { newValue?: unknown }>, changed: string) => {
        const change = changes[key];
        if (changed === area && change) onChange(change.newValue ?? undefined);
      };
      browser.storage.onChanged.addListener(listener);
      return () => browser.storage.onChanged.removeListener(listener);
    },
  };
}

/** Reads several values of an area in one call. Absent ones are left out. */
export function readTogether(
  area: 'local' | 'sync',
  keys: readonly string[],
): Promise<Record<string, unknown>> {
  return browser.storage[area].get([...keys]);
}

/**
 * Writes several values of an area at once: either all of them are stored or none.
 * @param values by key
 * @throws what the browser refuses, for example over its quota
 */
export function writeTogether(
  area: 'local' | 'sync',
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  return browser.storage[area].set(values);
}
