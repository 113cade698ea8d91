import type { ImageOrigin } from '@/lib/sources/origin';
import { boundedOrigin } from '../model/bounded-origin';
import type { Job, JobOptions } from '../model/job';
import { originWithoutUser } from '../model/without-user';
import type { JobDeps } from '../steps/deps';
import type { AddExtras } from '../store/jobs';
import type { Runner } from './runner';

/** Characters of a row's name, which a page may have supplied. */
const MAX_NAME = 1_024;

/** What a person asks for. */
export interface NewJob {
  origin: ImageOrigin;
  name: string;
  options: JobOptions;
}

/** A row that nothing has been done for yet. @param now Unix ms */
export function newJob(id: string, { origin, name, options }: NewJob, now: number): Job {
  return {
    id,
    rev: 0,
    createdAt: now,
    updatedAt: now,
    stage: 'queued',
    name: name.slice(0, MAX_NAME),
    origin: boundedOrigin(originWithoutUser(origin)),
    options,
    pastSubmissions: [],
    polls: 0,
    oddPolls: 0,
    attempt: 0,
  };
}

/**
 * Writes a new row and starts it.
 * @returns whether it was written
 */
export async function startJob(
  job: Job,
  { store, onChange, onJoined }: Pick<JobDeps, 'store' | 'onChange' | 'onJoined'>,
  runner: Pick<Runner, 'armed' | 'kick'>,
  extras?: AddExtras,
): Promise<boolean> {
  if (!(await runner.armed(() => store.add(job, extras)))) {
    if (extras?.duplicateCheck?.joined) onJoined?.(extras.duplicateCheck.joined, job);
    return false;
  }
  onChange(job, undefined);
  runner.kick();
  return true;
}
