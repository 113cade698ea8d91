import { stored } from './stored';

/** When the person last opened one of our pages, Unix ms. Older failures need no badge. */
const item = stored('local', 'seenAt');

export const seenAt = {
  read: async (): Promise<number> => {
    const at = await item.read();
    return typeof at === 'number' ? at : 0;
  },
  write: (at: number): Promise<void> => item.write(at),
};
