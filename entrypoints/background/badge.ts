import { showBadge } from '@/lib/browser/badge';
import { lastSeen } from '@/lib/browser/storage/last-seen';
import { storageFull } from '@/lib/browser/storage/storage-full';
import { attentionOf } from '@/lib/jobs/model/attention';
import type { JobStore } from '@/lib/jobs/store/jobs';
import type { WorkerLanguage } from './language';

/**
 * Shows on the toolbar button the one thing that matters most: a recording, a full disk, jobs that need the person,
 * jobs that run, failures since the history was last open.
 */
export async function updateBadge(
  store: Pick<JobStore, 'open' | 'failedSince'>,
  language: WorkerLanguage,
  isRecording: boolean,
): Promise<void> {
  const [open, unseen] = await Promise.all([store.open(), lastSeen.read().then(store.failedSince)]);
  const { running, waiting, failed } = attentionOf(open, unseen);
  await language.ready;
  const { badge } = language.messages();
  if (isRecording) await showBadge({ kind: 'recording' }, badge.recording);
  else if (await storageFull.read()) await showBadge({ kind: 'attention' }, badge.full);
  else if (waiting > 0) await showBadge({ kind: 'attention' }, badge.waiting(waiting));
  else if (running > 0)
    await showBadge({ kind: 'running', count: running }, badge.running(running));
  else if (failed > 0) await showBadge({ kind: 'attention' }, badge.failed(failed));
  else await showBadge({ kind: 'none' }, badge.idle);
}
