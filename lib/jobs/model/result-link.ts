import type { Job, ResultFacts } from './job';

/** The link contains a signature and is not needed once the bytes are stored. */
export function withoutLink({ expiresAt: _, ...result }: ResultFacts): ResultFacts {
  return { ...result, url: '' };
}

/** An ended job needs no link either: Retry polls the order, which gives a fresh one. */
export function linkless(job: Job): Job {
  return job.result ? { ...job, result: withoutLink(job.result) } : job;
}
