import type { Job, Waiting } from '../model/job';
import { accountOf, relation, waitForAccount } from '../model/known-logins';
import { siteOf } from '../model/site';
import type { JobDeps } from './deps';
import { atSite, movesToOtherSite } from './site';
import { commit } from './step';

/** The session with which a row may send requests. */
export interface User {
  state: 'signed-in';
  /** Digest of the login (`Session.account`). */
  login: string;
  /** Its account (known-logins.ts). */
  account: string;
}

/** Pause, ms, before checking again whether the signed-in account is the row's. */
const UNPROVEN_MS = 30 * 60_000;

/**
 * Requires the session for a step that sends a request. The row waits unless the person has consented,
 * an account is signed in that we may read, and the row belongs to it.
 * @param beforeWaiting awaited before the row waits
 * @returns undefined if the row waits
 */
export async function requireSession(
  deps: JobDeps,
  job: Job,
  beforeWaiting?: () => Promise<void>,
): Promise<User | undefined> {
  const found = await sessionOrReason(deps, job);
  if ('state' in found) return found;
  await beforeWaiting?.();
  const isAway = found.reason === 'sign-in' || found.reason === 'permission';
  if (isAway && (await movesToOtherSite(deps, job))) return undefined;
  await waitFor(deps, job, found, 'waits');
  return undefined;
}

/**
 * Makes a row wait for a session.
 * @param type `submission-refused` if its order was stored and not sent
 */
export async function waitFor(
  deps: JobDeps,
  job: Job,
  waiting: Waiting,
  type: 'waits' | 'submission-refused',
): Promise<void> {
  const row = await commit(deps, job, { type, waiting, ...retryUnproven(deps, waiting) });
  if (!row) return;
  // A sign-in between the check and the commit would be missed, so check again.
  const now = await sessionOrReason(deps, row);
  if ('state' in now || now.reason !== waiting.reason) await commit(deps, row, { type: 'resumed' });
}

/** Retries an unproven account after a pause: no event would announce it. */
function retryUnproven(deps: JobDeps, waiting: Waiting): { notBefore?: number } {
  const isProven =
    waiting.reason !== 'other-account' ||
    relation([], waiting.account, waiting.signedIn) === 'other';
  return isProven ? {} : { notBefore: deps.now() + UNPROVEN_MS };
}

/**
 * The session for a row, or the reason to wait. Reads the login last: the next request carries it.
 */
export async function sessionOrReason(deps: JobDeps, job: Job): Promise<User | Waiting> {
  const hasConsent = (await deps.hasConsent?.()) ?? true;
  if (!hasConsent) return { reason: 'consent', since: deps.now() };
  const owner = ownerOf(job);
  let logins = await deps.accounts.known();
  let session = await atSite(deps, job).session();
  if (
    owner !== undefined &&
    session.state === 'signed-in' &&
    relation(logins, owner, session.account) === 'unproven'
  ) {
    await deps.accounts.identify(job);
    logins = await deps.accounts.known();
    session = await atSite(deps, job).session();
  }
  switch (session.state) {
    case 'signed-in': {
      const login = session.account;
      const account = accountOf(logins, login);
      if (owner === undefined || relation(logins, owner, login) === 'same') {
        return { state: 'signed-in', login, account };
      }
      return waitForAccount(logins, owner, login, deps.now());
    }
    case 'signed-out':
      return { reason: 'sign-in', since: deps.now() };
    case 'no-access': {
      const { pattern, host } = session;
      return { reason: 'permission', since: deps.now(), pattern, host, site: siteOf(job) };
    }
  }
}

/** Account that the next request of a row needs: the owner of its upload or of its order. */
function ownerOf({ stage, upload, submission }: Job): string | undefined {
  switch (stage) {
    case 'uploaded':
      return upload?.account;
    case 'submitting':
    case 'generating':
      return submission?.account;
    default:
      return undefined;
  }
}
