import type { HistoryEntry } from '@/lib/jobs/model/history-entry';

/**
 * The images that a person goes through, as ids: those that were just done, else the batch of the image, else all that
 * are done. In the order of the list. Pure.
 * @param entries of all rows, in any order
 * @param jobId the image shown
 * @param since Unix ms; those that were done after it are meant, if the image is one of them
 */
export function sequenceOf(
  entries: Iterable<HistoryEntry>,
  jobId: string,
  since: number | undefined,
): string[] {
  const done = inListOrder([...entries].filter(({ condition }) => condition === 'done'));
  const shown = done.find(({ id }) => id === jobId);
  if (!shown) return [];
  const isNew = ({ finishedAt = 0 }: HistoryEntry) => since !== undefined && finishedAt > since;
  const isMeant = (entry: HistoryEntry) => {
    if (isNew(shown)) return isNew(entry);
    return shown.batch === undefined || entry.batch === shown.batch;
  };
  return done.filter(isMeant).map(({ id }) => id);
}

/** Newest first. A batch is at the place of its first image, in the order picked. */
function inListOrder(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const newest = entries.toSorted((a, b) => b.createdAt - a.createdAt);
  const batches = Map.groupBy(newest, ({ batch }) => batch);
  const listed = new Set<string>();
  return newest.flatMap((entry) => {
    const { batch } = entry;
    if (batch === undefined) return [entry];
    if (listed.has(batch)) return [];
    listed.add(batch);
    return (batches.get(batch) ?? []).toReversed();
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
