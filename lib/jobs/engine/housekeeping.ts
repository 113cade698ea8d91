import { expiredRows, type Retention, surplusResults } from '../rules/retention';
import type { JobDeps } from '../steps/deps';

/** How long a removal can be undone, ms. */
export const UNDO_MS = 10_000;

/** Deletes expired data. Runs in the background only. */
export interface Housekeeping {
  /** Deletes removed rows once Undo has expired. */
  purge(): Promise<void>;
  /** Removes rows that the rule expires, and repairs the lists. */
  enforceRetention(rule: Retention): Promise<void>;
  /** Removes results that exceed the space of the rule. Reads no result to know its size. */
  enforceSize(rule: Retention): Promise<void>;
}

export function createHousekeeping({
  store,
  now,
  sleep,
}: Pick<JobDeps, 'store' | 'now' | 'sleep'>): Housekeeping {
  async function purge(): Promise<void> {
    for (let last = await store.lastHidden(); last; last = await store.lastHidden()) {
      const left = last.at + UNDO_MS - now();
      // More than that: the clock was set back since the removal.
      if (left > UNDO_MS) await store.purge(last.at);
      else await store.purge(now() - UNDO_MS);
      if (left > 0 && left <= UNDO_MS) await sleep(left, new AbortController().signal);
    }
  }

  async function enforceSize(rule: Retention): Promise<void> {
    // Without a limit nothing is read.
    if (rule.bytes > 0) await store.dropResults(surplusResults(await store.entries(), rule), now());
  }

  return {
    purge,
    enforceSize,

    async enforceRetention(rule) {
      await store.repair();
      // Hidden like a removal by hand, so that a rule chosen by mistake can be undone.
      await store.hide(expiredRows(await store.entries(), rule, now()), now());
      await enforceSize(rule);
      await purge();
    },
  };
}
