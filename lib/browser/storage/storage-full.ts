import { stored } from './stored';

/**
 * Whether a click failed because the disk was too full for its job. Kept in the memory of the browser, because
 * the disk is full.
 */
const item = stored('session', 'storageFull');

export const storageFull = {
  read: async (): Promise<boolean> => (await item.read()) === true,
  /** Call it when there is room again, or when the person dismissed the notice. */
  forget: (): Promise<void> => item.remove(),
  /** @returns stops watching */
  watch: (onChange: (isFull: boolean) => void): (() => void) =>
    item.watch((value) => onChange(value === true)),
  /**
   * Runs work that stores a new image or job; records whether there was room for it.
   * @returns undefined if there was no room
   * @throws every other error of the work
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
