import { storage } from 'wxt/utils/storage';

/** When the person last opened one of our pages, Unix ms: older failures need no mark any more. */
const item = storage.defineItem<number>('local:seenAt', { fallback: 0 });

export const seenAt = {
  read: () => item.getValue(),
  write: (at: number) => item.setValue(at),
};
