import { stored } from './stored';

/** The running number that was last given to a saved file. */
const item = stored('local', 'savedCount');

/** Numbers given one after the other, whoever asks at once. */
let giving: Promise<number> = Promise.resolve(0);

/** The next running number for a saved file, from 1. Numbers of files that were never written are not given again. */
export function nextFileNumber(): Promise<number> {
  giving = giving
    .catch(() => 0)
    .then(async () => {
      const last = await item.read();
      const isCount = typeof last === 'number' && Number.isSafeInteger(last) && last >= 0;
      const next = isCount ? last + 1 : 1;
      await item.write(next);
      return next;
    });
  return giving;
}
