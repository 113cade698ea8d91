import { stored } from './stored';

/** The counter of the last saved file. */
const item = stored('local', 'savedCount');

/** Serialises concurrent requests. */
let giving: Promise<number> = Promise.resolve(0);

/** The next counter for a saved file, from 1. A counter is not reused if its file was never written. */
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
