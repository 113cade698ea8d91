import type { JobDeps } from '../deps';
import type { Waiting } from '../job';

/** What a row waits for until the person agrees that pictures go to the service; undefined once they have. */
export async function waitingForConsent({
  hasConsent,
  now,
}: Pick<JobDeps, 'hasConsent' | 'now'>): Promise<Waiting | undefined> {
  const isGiven = (await hasConsent?.()) ?? true;
  return isGiven ? undefined : { reason: 'consent', since: now() };
}
