import type { JobDeps } from '../deps';
import type { Job, Waiting } from '../job';
import { waitFor } from './wait-for';

/** What a row waits for until the person agrees that pictures go to the service; undefined once they have. */
export async function waitingForConsent({
  hasConsent,
  now,
}: Pick<JobDeps, 'hasConsent' | 'now'>): Promise<Waiting | undefined> {
  const isGiven = (await hasConsent?.()) ?? true;
  return isGiven ? undefined : { reason: 'consent', since: now() };
}

/** Lets a row wait until the person agrees. */
export function waitForConsent(deps: JobDeps, job: Job, waiting: Waiting): Promise<void> {
  return waitFor(deps, job, waiting, async () => !(await waitingForConsent(deps)));
}
