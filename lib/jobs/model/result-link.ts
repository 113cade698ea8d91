import type { Job, ResultFacts } from './job';

/** Drops the signed link, which is useless once the bytes are stored. */
export function withoutLink({ expiresAt: _, ...result }: ResultFacts): ResultFacts {
  return { ...result, url: '' };
}

/** Drops the link of an ended row: Retry polls the order and gets a fresh one. */
export function linkless(job: Job): Job {
  return job.result ? { ...job, result: withoutLink(job.result) } : job;
}
