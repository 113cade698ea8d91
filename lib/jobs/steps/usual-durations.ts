import type { Job } from '../model/job';
import { orderKind } from '../model/order-kind';
import { kindsToKnow, type UsualDurations } from '../rules/patience';
import { median } from '../rules/polling';
import type { JobDeps } from './deps';

/** The usual durations by which these rows are judged. Reads nothing while all orders are young. */
export async function usualDurations(
  rows: readonly Job[],
  { store, now }: Pick<JobDeps, 'store' | 'now'>,
): Promise<UsualDurations> {
  const known = await Promise.all(
    kindsToKnow(rows, now()).map(async (kind) => {
      const usualMs = median(await store.durations(kind));
      return usualMs === undefined ? [] : [[orderKind(kind), usualMs] as const];
    }),
  );
  return new Map(known.flat());
}
