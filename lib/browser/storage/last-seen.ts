import { stored } from './stored';

/** When the person last saw the popup or the panel, Unix ms. Older failures and results no longer show a badge. */
const item = stored('local', 'lastSeenAt');

export const lastSeen = {
  read: async (): Promise<number> => {
    const at = await item.read();
    return typeof at === 'number' ? at : 0;
  },
  write: (at: number): Promise<void> => item.write(at),
};
