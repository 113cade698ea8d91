/** Why a page cannot show the history: another version has written it, or the browser does not open it. */
export type HistoryTrouble = 'newer' | 'unreadable';

/**
 * Names what keeps a page from the history.
 * @param error what opening or reading the database rejected with; from another context only its name is left
 */
export function historyTroubleOf(error: unknown): HistoryTrouble {
  return error instanceof Error && error.name === 'NewerHistory' ? 'newer' : 'unreadable';
}
