import { stored } from './stored';

/**
 * Whether a click was lost because the disk had no room for its job. Kept in the browser's memory,
 * because the disk is full.
 */
const item = stored('session', 'storageFull');

export const storageFull = {
  read: async (): Promise<boolean> => (await item.read()) === true,
  /** There is room again, or the person dismissed the notice. */
  forget: (): Promise<void> => item.remove(),
  /** @returns stops watching */
  watch: (onChange: (isFull: boolean) => void): (() => void) =>
    item.watch((value) => onChange(value === true)),
  /**
   * Runs work that stores a new image or job; records whether the disk had room.
   * @returns undefined if there was no room; other rejections pass through
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
