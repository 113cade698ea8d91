import { stored } from './stored';

/** When the person last opened one of our pages, Unix ms: older failures need no mark any more. */
const item = stored('local', 'lastSeenAt');

export const lastSeen = {
  read: async (): Promise<number> => {
    const at = await item.read();
    return typeof at === 'number' ? at : 0;
  },
  write: (at: number): Promise<void> => item.write(at),
};
