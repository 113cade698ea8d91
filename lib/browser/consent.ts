import { storage } from 'wxt/utils/storage';

/**
 * When the person agreed that pictures they choose go to the service, Unix ms. Kept in this browser
 * alone and apart from the settings: a reset or another device must not answer for them.
 */
const item = storage.defineItem<number | null>('local:consent', { fallback: null });

const momentOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 ? value : undefined;

export const consent = {
  /** Undefined: not yet, or taken back. */
  read: async (): Promise<number | undefined> => momentOf(await item.getValue()),
  give: (at: number): Promise<void> => item.setValue(at),
  takeBack: (): Promise<void> => item.removeValue(),
  /** @returns stops watching */
  watch: (onChange: (at: number | undefined) => void): (() => void) =>
    item.watch((value) => onChange(momentOf(value))),
};
