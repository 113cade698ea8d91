import type { Job } from './job';

/** Counts behind the badge of the toolbar button. */
export interface Attention {
  /** Jobs that go on by themselves. */
  running: number;
  /** Jobs that wait for the person. */
  waiting: number;
  /** Jobs that failed since the person last opened a page of ours. */
  failed: number;
  /** Jobs that were done since then. */
  done: number;
}

const NEEDS_PERSON: ReadonlySet<string> = new Set([
  'sign-in',
  'other-account',
  'consent',
  'page-consent',
  'permission',
  'credits',
  'duplicate',
  'already-large',
  'several-orders',
]);

/** Whether the row waits for the person. */
export function needsPerson(job: Pick<Job, 'waiting'>): boolean {
  return job.waiting !== undefined && NEEDS_PERSON.has(job.waiting.reason);
}

/**
 * Sums up the history for the toolbar button.
 * @param open jobs that have not ended
 * @param failed jobs that failed since the person last opened a page of ours
 * @param done jobs that were done since then
 */
export function attentionOf(open: readonly Job[], failed: number, done: number): Attention {
  const waiting = open.filter(needsPerson).length;
  // A task may run for days; nobody watches a badge that long.
  const stuck = open.filter((job) => job.waiting?.reason === 'still-running').length;
  return { running: open.length - waiting - stuck, waiting, failed, done };
}
