import { browser } from 'wxt/browser';

/** One value in the browser's storage. It may be anything, so readers validate it. */
export interface Stored {
  /** Undefined where nothing is stored. */
  read(): Promise<unknown>;
  /** Rejects if the browser refuses the write. */
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
 * @param area `sync` is copied to the person's other devices, `session` ends with the browser
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
