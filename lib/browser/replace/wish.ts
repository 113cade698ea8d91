import { createTurns } from '@/lib/async/turns';
import { stored } from '../storage/stored';

/** What the person wants on a host once it may be accessed: the prompt may have closed our page. */
export interface ReplaceWish {
  /** Match pattern that is asked for. */
  pattern: string;
  /** Rows to show there; absent: the host is switched on. */
  jobIds?: readonly string[];
  /** Unix ms. */
  at: number;
}

const item = stored('session', 'replace/wish');
const inTurn = createTurns();

/** The latest wish that waits for access. */
export const replaceWish = {
  read: async (): Promise<ReplaceWish | undefined> =>
    (await item.read()) as ReplaceWish | undefined,
  write: (wish: ReplaceWish): Promise<void> => item.write(wish),
  forget: (): Promise<void> => item.remove(),
  /**
   * Forgets the wish of that time, Unix ms, before it is fulfilled.
   * @returns whether it was still there: of two events that allow it, one fulfils it
   */
  take: (at: number): Promise<boolean> =>
    inTurn(async () => {
      if ((await replaceWish.read())?.at !== at) return false;
      await item.remove();
      return true;
    }),
};
