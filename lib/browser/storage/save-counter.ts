import { stored } from './stored';

/** The last running number of a saved file. */
const item = stored('local', 'savedCount');

/** Counts one after the other, so that simultaneous calls get different numbers. */
let counting: Promise<number> = Promise.resolve(0);

/** The next running number for a saved file, from 1. The number of a failed save is not reused. */
export function nextFileNumber(): Promise<number> {
  counting = counting
    .catch(() => 0)
    .then(async () => {
      const last = await item.read();
      const isCount = typeof last === 'number' && Number.isSafeInteger(last) && last >= 0;
      const next = isCount ? last + 1 : 1;
      await item.write(next);
      return next;
    });
  return counting;
}
