import type { Session } from '../deps';
import type { Waiting } from '../job';

/** What a row waits for when nobody is signed in, or nobody we may see. */
export function waitingForSession(
  session: Exclude<Session, { state: 'signed-in' }>,
  now: number,
): Waiting {
  if (session.state === 'signed-out') return { reason: 'sign-in', since: now };
  const { pattern, host } = session;
  return { reason: 'permission', since: now, pattern, host };
}
