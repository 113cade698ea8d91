import { stored } from './stored';

/**
 * Whether a click was lost because there was no room for even its row. Kept in the browser's memory:
 * the disk takes nothing more.
 */
const item = stored('session', 'storageFull');

export const storageFull = {
  read: async (): Promise<boolean> => (await item.read()) === true,
  /** There is room again, or the person knows. */
  forget: (): Promise<void> => item.remove(),
  /** @returns stops watching */
  watch: (onChange: (isFull: boolean) => void): (() => void) =>
    item.watch((value) => onChange(value === true)),
  /**
   * Does what writes a new picture or row down; notes when there is no room for it, and forgets when there is.
   * @returns undefined if there was no room; every other rejection is passed on
   */
  async noting<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      const done = await work();
      await item.remove();
      return done;
    } catch (error) {
      if (!isStorageFull(error)) throw error;
      await item.write(true);
      return undefined;
    }
  },
};

function isStorageFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'storage-full';
}
