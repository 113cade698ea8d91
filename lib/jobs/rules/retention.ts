import { type HistoryEntry, isEndedCondition } from '../model/history-entry';

/** How much of the history is kept. */
export interface Retention {
  /** Days after which an ended row goes; 0 keeps it however old it is. */
  days: number;
  /** Ended rows that are kept, the newest ones; 0 keeps all. */
  rows: number;
  /** Whether finished pictures that were never saved may go as well. */
  includesUnsaved: boolean;
}

const DAY_MS = 86_400_000;

/**
 * Ids of the rows that the rule lets go, oldest first. A row that has not ended never goes; a finished
 * picture that was never saved goes only if the rule says so.
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
