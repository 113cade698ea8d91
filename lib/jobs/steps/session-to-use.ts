import type { JobDeps, Session } from '../deps';
import type { Job, Waiting } from '../job';
import { commit } from './step';

type SignedIn = Extract<Session, { state: 'signed-in' }>;

/**
 * Who is signed in, for a step that sends something to the service. Until the person has agreed to
 * that, and somebody is signed in whom we may see, the row waits.
 * @param beforeWaiting done before the row waits
 * @returns undefined if the row waits
 */
export async function sessionToUse(
  deps: JobDeps,
  job: Job,
  beforeWaiting?: () => Promise<void>,
): Promise<SignedIn | undefined> {
  const found = await sessionOrReason(deps);
  if ('state' in found) return found;
  await beforeWaiting?.();
  const row = await commit(deps, job, { type: 'waits', waiting: found });
  if (!row) return undefined;
  // What came between the look and the waiting row was heard by nobody: the row would wait for ever.
  const now = await sessionOrReason(deps);
  if ('state' in now || now.reason !== found.reason) await commit(deps, row, { type: 'resumed' });
  return undefined;
}

/** Who is signed in, or why nothing can be asked of the service now. */
export async function sessionOrReason(deps: JobDeps): Promise<SignedIn | Waiting> {
  const hasConsent = (await deps.hasConsent?.()) ?? true;
  if (!hasConsent) return { reason: 'consent', since: deps.now() };
  const session = await deps.session();
  switch (session.state) {
    case 'signed-in':
      return session;
    case 'signed-out':
      return { reason: 'sign-in', since: deps.now() };
    case 'no-access': {
      const { pattern, host } = session;
      return { reason: 'permission', since: deps.now(), pattern, host };
    }
  }
}
