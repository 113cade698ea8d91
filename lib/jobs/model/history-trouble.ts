/** Why a page cannot show the history: a newer version wrote it, or the browser fails to open it. */
export type HistoryTrouble = 'newer' | 'unreadable';

/**
 * Names why a page cannot show the history.
 * @param error rejection of opening or reading the database; only its name survives between contexts
 */
export function historyTroubleOf(error: unknown): HistoryTrouble {
  return error instanceof Error && error.name === 'NewerHistory' ? 'newer' : 'unreadable';
}
