import { type HistoryEntry, isEndedCondition } from '../model/history-entry';

/** How much of the history is kept. Retention never deletes a row that has not ended. */
export interface Retention {
  /** Days after which an ended row expires; 0 keeps every row. */
  days: number;
  /** Number of ended jobs kept, newest first; 0 keeps all. */
  rows: number;
  /** Bytes that results may take together; 0 for any number. */
  bytes: number;
  /** Whether finished pictures that were never saved expire as well, and their results when space is short. */
  includesUnsaved: boolean;
}

const DAY_MS = 86_400_000;

/**
 * Ids of the rows that the rule expires, oldest first. A row that has not ended never expires; a finished
 * picture that was never saved expires only if the rule includes it.
 * @param now Unix ms
 */
export function expiredRows(
  entries: readonly HistoryEntry[],
  rule: Retention,
  now: number,
): string[] {
  const ended = entries
    .filter(({ condition }) => isEndedCondition(condition))
    .sort((a, b) => a.createdAt - b.createdAt);
  const surplus = rule.rows > 0 ? ended.length - rule.rows : 0;
  const oldest = rule.days > 0 ? now - rule.days * DAY_MS : Number.NEGATIVE_INFINITY;
  return ended
    .filter((entry, at) => at < surplus || (entry.finishedAt ?? entry.createdAt) < oldest)
    .filter(({ condition, isSaved }) => rule.includesUnsaved || condition !== 'done' || isSaved)
    .map(({ id }) => id);
}

/**
 * Ids of the rows whose results have to go so that the others take no more than the rule allows: those that were saved
 * first, then, if the rule includes them, those that were not; each the longest unused first, which are those whose last
 * download or save is longest ago. The rows stay, with their sources.
 */
export function surplusResults(
  entries: readonly HistoryEntry[],
  { bytes, includesUnsaved }: Pick<Retention, 'bytes' | 'includesUnsaved'>,
): string[] {
  if (bytes <= 0) return [];
  const sizeOf = ({ kept }: HistoryEntry) => kept?.result ?? 0;
  const lastUse = ({ usedAt, finishedAt, createdAt }: HistoryEntry) =>
    usedAt ?? finishedAt ?? createdAt;
  const stored = entries.filter((entry) => sizeOf(entry) > 0);
  const byAge = stored.toSorted((a, b) => lastUse(a) - lastUse(b));
  const isSaved = ({ isSaved }: HistoryEntry) => isSaved;
  const unsaved = includesUnsaved ? byAge.filter((entry) => !isSaved(entry)) : [];
  let total = stored.reduce((sum, entry) => sum + sizeOf(entry), 0);
  const surplus: string[] = [];
  for (const entry of [...byAge.filter(isSaved), ...unsaved]) {
    if (total <= bytes) break;
    surplus.push(entry.id);
    total -= sizeOf(entry);
  }
  return surplus;
}
