import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Limits that a browser puts on `storage.sync`. */
export interface SyncLimits {
  /** Writes in a minute; default 120, as in Chrome. */
  writes?: number;
}

const ITEM = 8_192;
const TOTAL = 102_400;
const ITEMS = 512;

/** Bytes of an item as Chrome counts them: `<` is written as six. */
const bytesOf = (key: string, value: unknown) =>
  new TextEncoder().encode(key + JSON.stringify(value).replaceAll('<', '\\u003C')).length;

/**
 * Gives the fake `storage.sync` the limits of Chrome, in its words (156). A write that breaks one changes nothing.
 * @returns puts the fake back
 */
export function limitSync({ writes = 120 }: SyncLimits = {}): () => void {
  const { sync } = fakeBrowser.storage;
  const set = sync.set.bind(sync);
  const remove = sync.remove.bind(sync);
  let left = writes;
  const count = () => {
    left -= 1;
    if (left < 0) {
      throw new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.');
    }
  };
  const spies = [
    vi.spyOn(sync, 'set').mockImplementation(async (values: Record<string, unknown>) => {
      count();
      const after = { ...(await sync.get(null)), ...values };
      const sizes = Object.entries(values).map(([key, value]) => bytesOf(key, value));
      if (sizes.some((size) => size > ITEM)) {
        throw new Error('Resource::kQuotaBytesPerItem quota exceeded');
      }
      const total = Object.entries(after).reduce((sum, each) => sum + bytesOf(...each), 0);
      if (total > TOTAL) throw new Error('Resource::kQuotaBytes quota exceeded');
      if (Object.keys(after).length > ITEMS) throw new Error('Resource::kMaxItems quota exceeded');
      await set(values);
    }),
    vi.spyOn(sync, 'remove').mockImplementation(async (keys: string | string[]) => {
      count();
      await remove(keys);
    }),
  ];
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}
