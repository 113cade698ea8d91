import { type HistoryEntry, isEndedCondition } from '../model/history-entry';

/** How much of the history is kept. */
export interface Retention {
  /** Days after which an ended job is removed; 0 keeps all. */
  days: number;
  /** Number of ended jobs kept, newest first; 0 keeps all. */
  rows: number;
  /** Whether unsaved results may be removed too. */
  includesUnsaved: boolean;
}

const DAY_MS = 86_400_000;

/**
 * Ids of the jobs to remove by the rule, oldest first. An open job is never removed; an unsaved
 * result only if the rule says so.
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
