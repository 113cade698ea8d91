import type { SiteName } from '@/lib/jimeng/model/sites';
import type { Job } from '../model/job';
import type { QueueState } from '../model/queue-state';
import { MANY } from '../model/watch';
import { afterBusy } from '../rules/concurrency';

export const FIRST_QUEUE: QueueState = { lastSubmitAt: 0, heldUntil: 0 };

/** Key of the queue of a site in the shared values. */
export function queueKey(site: SiteName): string {
  return `queue/${site}`;
}

/** Key of the pause of all queues. */
export const PAUSED_KEY = 'paused';

/** What the jobs of a site share. */
export interface QueueStore {
  queue(site: SiteName): Promise<QueueState>;
  /** Sends no order to a site until `until`, Unix ms; `background`: none that the background would send. */
  hold(site: SiteName, until: number, orders?: 'all' | 'background'): Promise<void>;
  /** The service refused the order of a row because too many run: fewer run at the same time. */
  narrow(site: SiteName, row: Pick<Job, 'submission'>): Promise<void>;
  /** Unix ms since which no new work begins at any site; undefined while work goes on. */
  pausedSince(): Promise<number | undefined>;
  /** Lets no new work begin from Unix ms `at`, or lets it go on. */
  pauseAll(at: number | undefined): Promise<void>;
  /** The next order at a site waits until none is under way. */
  orderAlone(site: SiteName): Promise<void>;
}

/**
 * @param meta reads a shared value
 * @param changeMeta changes one in one transaction
 * @param announce tells pages that something changed
 */
export function createQueueStore(
  meta: <T>(key: string, fallback: T) => Promise<T>,
  changeMeta: <T>(key: string, fallback: T, change: (value: T) => T) => Promise<void>,
  announce: (id: string) => void,
): QueueStore {
  const change = (site: SiteName, next: (queue: QueueState) => QueueState) =>
    changeMeta(queueKey(site), FIRST_QUEUE, next);
  return {
    queue: (site) => meta(queueKey(site), FIRST_QUEUE),

    hold: (site, until, orders = 'all') =>
      change(site, (queue) => {
        const field = orders === 'all' ? 'heldUntil' : 'backgroundHeldUntil';
        return { ...queue, [field]: Math.max(queue[field] ?? 0, until) };
      }),

    pausedSince: () => meta<number | undefined>(PAUSED_KEY, undefined),

    async pauseAll(at) {
      await changeMeta<number | undefined>(PAUSED_KEY, undefined, () => at);
      announce(MANY);
    },

    narrow: (site, { submission }) =>
      change(site, (queue) => ({
        ...queue,
        learned: afterBusy(submission?.account ?? '', queue.learned),
      })),

    orderAlone: (site) => change(site, (queue) => ({ ...queue, isAlone: true })),
  };
}
