import type { Job, Submission } from './job';

/** How a long picture, which is sent in parts, is told from one that is sent whole. Pure. */

/** The part that the row works on, from 0; undefined for a picture that is sent whole. */
export function partOf({ source, part }: Pick<Job, 'source' | 'part'>): number | undefined {
  return source?.parts && (part ?? 0);
}

/** Whether the results of all parts are stored, and are to be joined. */
export function isJoining(job: Pick<Job, 'stage' | 'source' | 'part'>): boolean {
  const { parts } = job.source ?? {};
  return parts !== undefined && (job.part ?? 0) >= parts.parts.length;
}

/** The earlier orders for what is being sent now: of a long picture, those of the same part. */
export function ordersOfPart({
  pastSubmissions,
  ...job
}: Pick<Job, 'pastSubmissions' | 'source' | 'part'>): Submission[] {
  const part = partOf(job);
  return pastSubmissions.filter((past) => past.part === part);
}

/** The orders that delivered the parts before. */
export function partsDone({ pastSubmissions }: Pick<Job, 'pastSubmissions'>): Submission[] {
  return pastSubmissions.filter(({ part, outcome }) => part !== undefined && outcome === 'done');
}

/** How many parts are stored. */
export function keptParts(job: Pick<Job, 'pastSubmissions' | 'source' | 'part'>): number {
  if (!job.source?.parts) return 0;
  const done = new Set(partsDone(job).map(({ part }) => part));
  done.delete(job.part ?? 0);
  return done.size;
}

/** Size, px, of what is sent now. */
export function sentSize(job: Pick<Job, 'source' | 'part'>): { width: number; height: number } {
  const part = job.source?.parts?.parts[job.part ?? 0];
  if (part) return { width: part.width, height: part.height };
  return { width: job.source?.sentWidth ?? 0, height: job.source?.sentHeight ?? 0 };
}
