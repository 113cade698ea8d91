/** Why a page cannot show the history: a newer version wrote it, or the browser cannot open it. */
export type HistoryTrouble = 'newer' | 'unreadable';

/**
 * Classifies the error that keeps a page from the history.
 * @param error what opening or reading the database rejected with; from another context only its name is left
 */
export function historyTroubleOf(error: unknown): HistoryTrouble {
  return error instanceof Error && error.name === 'NewerHistory' ? 'newer' : 'unreadable';
}
