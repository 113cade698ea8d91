import type { ImageOrigin } from '@/lib/sources/origin';
import type { Job, JobOptions } from './job';

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
    name,
    origin,
    options,
    pastSubmissions: [],
    looks: 0,
    oddLooks: 0,
    attempt: 0,
  };
}
