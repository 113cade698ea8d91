import type { Job } from './job';

/** What the toolbar button should tell. */
export interface Attention {
  /** Jobs that move by themselves. */
  running: number;
  /** Jobs that wait for the person. */
  waiting: number;
  /** Jobs that failed since the person last looked. */
  failed: number;
}

const NEEDS_PERSON: ReadonlySet<string> = new Set([
  'sign-in',
  'other-account',
  'consent',
  'permission',
  'credits',
  'duplicate',
  'already-large',
]);

/** Whether only the person can make the row go on. */
export function needsPerson(job: Pick<Job, 'waiting'>): boolean {
  return job.waiting !== undefined && NEEDS_PERSON.has(job.waiting.reason);
}

/**
 * Sums up the history for the toolbar button.
 * @param open rows that have not ended
 * @param failed rows that failed since the person last looked
 */
export function attentionOf(open: readonly Job[], failed: number): Attention {
  const waiting = open.filter(needsPerson).length;
  // What the service may not finish for days is nothing to watch.
  const stuck = open.filter((job) => job.waiting?.reason === 'still-running').length;
  return { running: open.length - waiting - stuck, waiting, failed };
}
