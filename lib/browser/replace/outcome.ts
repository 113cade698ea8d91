import type { ReplaceCounts } from './frames';

/** What became of the wish to show results on a page. */
export type ShowOutcome =
  | ({ state: 'shown' } & ReplaceCounts)
  /** The person can allow the host. The rows are to be shown there. */
  | { state: 'no-access'; pattern: string; host: string; jobIds: readonly string[] }
  /** No access helps: a page of the browser or of the service, or one whose policy refuses scripts. */
  | { state: 'forbidden' }
  /** The result, or its page, is no more. */
  | { state: 'gone' };

/** What is shown where, for our own pages. */
export interface ReplaceOverview {
  /** Rows that were asked for in a tab and are shown. */
  jobIds: string[];
  /** Batches of such rows. */
  batchIds: string[];
  /** Match patterns of the sites that are switched on. */
  sites: string[];
}
