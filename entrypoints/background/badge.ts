import { showBadge } from '@/lib/browser/badge';
import { lastSeen } from '@/lib/browser/storage/last-seen';
import { storageFull } from '@/lib/browser/storage/storage-full';
import { attentionOf } from '@/lib/jobs/model/attention';
import type { JobStore } from '@/lib/jobs/store/jobs';
import type { WorkerLanguage } from './language';

/**
 * Shows on the toolbar button the one thing that matters most: a recording, a full disk, jobs that need the person,
 * jobs that run, failures since the history was last open, and what was done since then.
 */
export async function updateBadge(
  store: Pick<JobStore, 'open' | 'failedSince' | 'doneSince'>,
  language: WorkerLanguage,
  isRecording: boolean,
): Promise<void> {
  const seenAt = await lastSeen.read();
  const [open, unseen, news] = await Promise.all([
    store.open(),
    store.failedSince(seenAt),
    store.doneSince(seenAt),
  ]);
  const { running, waiting, failed, done } = attentionOf(open, unseen, news.length);
  await language.ready;
  const { badge } = language.messages();
  if (isRecording) await showBadge({ kind: 'recording' }, badge.recording);
  else if (await storageFull.read()) await showBadge({ kind: 'attention' }, badge.full);
  else if (waiting > 0) await showBadge({ kind: 'attention' }, badge.waiting(waiting));
  else if (running > 0)
    await showBadge({ kind: 'running', count: running }, badge.running(running));
  else if (failed > 0) await showBadge({ kind: 'attention' }, badge.failed(failed));
  else if (done > 0) await showBadge({ kind: 'done', count: done }, badge.done(done));
  else await showBadge({ kind: 'none' }, badge.idle);
}
