import { sendMessage } from '@/lib/browser/messages';
import { needsPerson } from '@/lib/jobs/model/attention';
import type { Job } from '@/lib/jobs/model/job';
import { isQuestion } from '@/lib/jobs/model/questions';

/** A job that needs the person is focused this long after its click, ms. */
const JUST_CLICKED_MS = 30_000;

/** The job because of which the background has just opened the popup. */
export function askingJob(jobs: readonly Job[]): Job | undefined {
  return jobs.find((job) => needsPerson(job) && Date.now() - job.createdAt < JUST_CLICKED_MS);
}

/** Answers the question that a job asks on the page with "Upscale". A later question of it is not meant. */
export function upscaleAnyway(job: Job | undefined): void {
  if (!job?.waiting || !isQuestion(job.waiting)) return;
  void sendMessage('upscaleAnyway', { jobId: job.id, asked: job.waiting.reason });
}
