import { isPanelOpen } from '@/lib/browser/pages/panel';
import { openPopup } from '@/lib/browser/pages/popup';
import { needsPerson } from '@/lib/jobs/model/attention';
import type { Job } from '@/lib/jobs/model/job';
import type { Feedback } from './feedback';
import type { WorkerLanguage } from './language';

/** A job that needs the person this soon after the click opens the popup: they are still there, ms. */
const ATTENTIVE_MS = 20_000;

/**
 * Puts the popup before feedback: a job that needs the person right after the click is shown in the popup,
 * everything else as a toast or notification.
 */
export function withPopupFirst(
  feedback: Pick<Feedback, 'changed' | 'joined'>,
  language: Pick<WorkerLanguage, 'ready'>,
): Pick<Feedback, 'changed' | 'joined'> {
  return {
    async changed(job, before) {
      if (await isShown(job, job.createdAt)) return;
      await language.ready;
      await feedback.changed(job, before);
    },
    async joined(leader, clicked) {
      if (await isShown(leader, clicked.createdAt)) return;
      await language.ready;
      await feedback.joined(leader, clicked);
    },
  };
}

/** @param clickedAt Unix ms */
async function isShown(job: Job, clickedAt: number): Promise<boolean> {
  // The click has opened the welcome page already, which asks for consent.
  if (job.waiting?.reason === 'consent') return true;
  if (!needsPerson(job) || Date.now() - clickedAt >= ATTENTIVE_MS) return false;
  // An open panel shows the job already.
  return (await isPanelOpen()) || (await openPopup());
}
