import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ShowOutcome } from '@/lib/browser/replace/outcome';

/** What a person can do with results in pages. */
interface ReplacingActions {
  /** Shows the results of jobs on their page. */
  show(jobIds: readonly string[]): void;
  showBatch(batchId: string): void;
  /** Shows the originals again. */
  hide(jobIds: readonly string[]): void;
  hideBatch(batchId: string): void;
  /** Switches a site on, and requests access to it. Must be called inside the click: the prompt needs it. */
  switchOn(pattern: string): void;
  switchOff(pattern: string): void;
  /** Requests access to a site and shows jobs there. Must be called inside the click. */
  allow(pattern: string, jobIds: readonly string[]): void;
  /** Takes note of what became of the last wish. */
  dismiss(): void;
}

/** Where results are shown in pages, and what can be done about it. */
export interface Replacing {
  /** Jobs that are shown in a tab because the person asked for it. */
  jobIds: readonly string[];
  /** Batches that have such jobs. */
  batchIds: readonly string[];
  /** Match patterns of the sites that are switched on. */
  sites: readonly string[];
  /** What became of the last wish; absent if there was none, or it was dismissed. */
  told?: ShowOutcome | { state: 'looking' } | undefined;
  actions: ReplacingActions;
}

/** Undefined where nothing can be shown in pages. */
export const ReplacingContext = createContext<Replacing | undefined>(undefined);

export function useReplacing(): Replacing | undefined {
  return useContext(ReplacingContext);
}
