import type { Replacing } from '@/components/history/replacing';
import { sendMessage } from '@/lib/browser/messages';
import type { ShowOutcome } from '@/lib/browser/replace/outcome';
import { replaceSites } from '@/lib/browser/replace/sites';

/** What a page of the history knows and does about results in pages. */
export interface ReplacingConnection {
  /** Reads again where results are shown. */
  refresh(): void;
}

/**
 * Connects a page of the history with the showing of results in pages.
 * @param onChange called with everything that is known, after each change
 * @param ask requests access to match patterns; called inside the click
 */
export function connectReplacing(
  onChange: (replacing: Replacing) => void,
  ask: (patterns: string[]) => void,
): ReplacingConnection {
  let known: Replacing = {
    jobIds: [],
    batchIds: [],
    sites: [],
    actions: {
      show: (jobIds) => follow(sendMessage('showResults', jobIds)),
      showBatch: (batchId) => follow(sendMessage('showBatchResults', batchId)),
      hide: (jobIds) => void sendMessage('hideResults', jobIds).then(forget),
      hideBatch: (batchId) => void sendMessage('hideBatchResults', batchId).then(forget),
      // The background goes on once it is allowed, even if the prompt has closed this page.
      switchOn(pattern) {
        void sendMessage('wantReplaced', { pattern }).then(refresh);
        ask([pattern]);
      },
      switchOff: (pattern) => void replaceSites.switchOff(pattern),
      allow(pattern, jobIds) {
        void sendMessage('wantReplaced', { pattern, jobIds }).then(forget);
        ask([pattern]);
      },
      dismiss: () => change({ told: undefined }),
    },
  };

  function change(part: Partial<Omit<Replacing, 'actions'>>): void {
    known = { ...known, ...part };
    onChange(known);
  }

  function follow(outcome: Promise<ShowOutcome>): void {
    change({ told: { state: 'looking' } });
    void outcome
      .catch((): ShowOutcome => ({ state: 'gone' }))
      .then((told) => {
        change({ told });
        refresh();
      });
  }

  function forget(): void {
    change({ told: undefined });
    refresh();
  }

  function refresh(): void {
    void sendMessage('replaceOverview').then(
      ({ jobIds, batchIds, sites }) => change({ jobIds, batchIds, sites }),
      () => undefined,
    );
  }

  replaceSites.watch((sites) => change({ sites: Object.keys(sites) }));
  return { refresh };
}
