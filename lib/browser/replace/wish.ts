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

/** The latest wish that waits for access. */
export const replaceWish = {
  read: async (): Promise<ReplaceWish | undefined> =>
    (await item.read()) as ReplaceWish | undefined,
  write: (wish: ReplaceWish): Promise<void> => item.write(wish),
  forget: (): Promise<void> => item.remove(),
};
