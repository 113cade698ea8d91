import { sendMessage } from '@/lib/browser/messages';
import { openCompare } from '@/lib/browser/pages/compare';
import { lastSeen } from '@/lib/browser/storage/last-seen';
import type { HistoryReading } from '@/lib/jobs/store/reading';

/** What was done since the popup or the panel was last open: what the badge counted. */
export interface JustDone {
  /** How many; undefined for none. Never rejects. */
  count(store: Pick<HistoryReading, 'doneSince'>): Promise<number | undefined>;
  /** Opens the comparison of the last one, with the way to the others. */
  compare(): void;
  /** So many rows have ended. The badge need not count what a visible page shows. */
  ended(count: number): void;
}

/** Reads when the last visit was, and tells the background of this one. */
export function createJustDone(): JustDone {
  // Before it becomes this visit. Without it nothing counts as new.
  const lastVisit = lastSeen.read().catch(() => Date.now());
  void lastVisit.then(() => sendMessage('opened'));
  let done: readonly string[] = [];
  let known: number | undefined;

  return {
    async count(store) {
      done = await store.doneSince(await lastVisit).catch(() => []);
      return done.length === 0 ? undefined : done.length;
    },
    ended(count) {
      const isNews = known !== undefined && count > known;
      known = count;
      if (isNews && !document.hidden) void sendMessage('opened');
    },
    compare() {
      const [newest] = done;
      if (newest !== undefined) void lastVisit.then((since) => openCompare(newest, { since }));
    },
  };
}
