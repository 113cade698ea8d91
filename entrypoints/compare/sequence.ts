import type { Through } from '@/lib/browser/pages/compare';
import type { HistoryEntry } from '@/lib/jobs/model/history-entry';
import { EVERYTHING, select, showsBatches } from '@/lib/jobs/model/query';

/**
 * The images that a person goes through, as ids: those that were just done, else those of the list that the person saw,
 * else the batch of the image, else all that are done. In the order of the list. Pure.
 * @param entries of all rows, in any order
 * @param jobId the image shown; what is said of images counts if it is one of them
 * @param compare compares two names in the page's language
 */
export function sequenceOf(
  entries: Iterable<HistoryEntry>,
  jobId: string,
  { since, list }: Through,
  compare: (a: string, b: string) => number,
): string[] {
  const done = [...entries].filter(({ condition }) => condition === 'done');
  const isShown = ({ id }: HistoryEntry) => id === jobId;
  const isNew = ({ finishedAt = 0 }: HistoryEntry) => since !== undefined && finishedAt > since;
  const shown = done.find(isShown);
  if (!shown) return [];
  const asked = list && select(done, list, compare);
  const [query, found] =
    list && asked?.some(isShown) ? [list, asked] : [EVERYTHING, select(done, EVERYTHING, compare)];
  const isGrouped = showsBatches(query);
  const isMeant = (entry: HistoryEntry) => {
    if (isNew(shown)) return isNew(entry);
    return !isGrouped || shown.batch === undefined || entry.batch === shown.batch;
  };
  const all = isGrouped ? withBatches(found) : found;
  return all.filter(isMeant).map(({ id }) => id);
}

/** A batch is at the place of the first of its images, in the order picked. */
function withBatches(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const batches = Map.groupBy(entries, ({ batch }) => batch);
  const listed = new Set<string>();
  return entries.flatMap((entry) => {
    const { batch } = entry;
    if (batch === undefined) return [entry];
    if (listed.has(batch)) return [];
    listed.add(batch);
    return (batches.get(batch) ?? []).toSorted((a, b) => a.createdAt - b.createdAt);
  });
}

/** The image before (-1) or after (1) one; undefined at the end. */
export function neighbourOf(
  sequence: readonly string[],
  jobId: string,
  by: 1 | -1,
): string | undefined {
  const at = sequence.indexOf(jobId);
  return at === -1 ? undefined : sequence[at + by];
}
