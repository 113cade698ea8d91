import { type HistoryEntry, isEndedCondition } from '../model/history-entry';

/** How much of the history is kept. Retention never deletes a row that has not ended. */
export interface Retention {
  /** Days after which an ended row expires; 0 keeps every row. */
  days: number;
  /** Number of ended jobs kept, newest first; 0 keeps all. */
  rows: number;
  /** Whether finished pictures that were never saved expire as well. */
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
