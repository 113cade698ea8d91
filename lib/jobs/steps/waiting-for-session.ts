import type { JobDeps, Session } from '../deps';
import type { Job, Waiting } from '../job';
import { waitFor } from './wait-for';

/** Lets a row wait until somebody is signed in whom we may see. */
export function waitForSession(
  deps: JobDeps,
  job: Job,
  session: Exclude<Session, { state: 'signed-in' }>,
): Promise<void> {
  const isOver = async () => (await deps.session()).state === 'signed-in';
  return waitFor(deps, job, waitingForSession(session, deps.now()), isOver);
}

function waitingForSession(
  session: Exclude<Session, { state: 'signed-in' }>,
  now: number,
): Waiting {
  if (session.state === 'signed-out') return { reason: 'sign-in', since: now };
  const { pattern, host } = session;
  return { reason: 'permission', since: now, pattern, host };
}
