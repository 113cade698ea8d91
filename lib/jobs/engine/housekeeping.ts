import { expiredRows, type Retention } from '../rules/retention';
import type { JobDeps } from '../steps/deps';

/** How long a removal can be undone, ms. */
export const UNDO_MS = 10_000;

/** Takes out of the database what has had its time. Only the background does this. */
export interface Housekeeping {
  /** Deletes removed rows for good as soon as their removal can no longer be undone. */
  purge(): Promise<void>;
  /** Lets go what the rule no longer keeps, and mends the lists. */
  enforceRetention(rule: Retention): Promise<void>;
}

export function createHousekeeping({
  store,
  now,
  sleep,
}: Pick<JobDeps, 'store' | 'now' | 'sleep'>): Housekeeping {
  async function purge(): Promise<void> {
    for (let last = await store.lastHidden(); last; last = await store.lastHidden()) {
      const left = last.at + UNDO_MS - now();
      // The clock was set back meanwhile: that removal cannot be a moment ago.
      if (left > UNDO_MS) await store.purge(last.at);
      else await store.purge(now() - UNDO_MS);
      if (left > 0 && left <= UNDO_MS) await sleep(left, new AbortController().signal);
    }
  }

  return {
    purge,

    async enforceRetention(rule) {
      await store.repair();
      // Removed as by hand, so that a rule chosen by mistake can be undone.
      await store.hide(expiredRows(await store.entries(), rule, now()), now());
      await purge();
    },
  };
}
