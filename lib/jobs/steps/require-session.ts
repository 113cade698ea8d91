import type { Job, Waiting } from '../model/job';
import { accountOf, relation, waitForAccount } from '../model/known-logins';
import type { JobDeps } from './deps';
import { commit } from './step';

/** The login and account that may send something for a job. */
export interface User {
  state: 'signed-in';
  /** Digest of the login (`Session.account`). */
  login: string;
  /** Its account (known-logins.ts). */
  account: string;
}

/** While it is unknown whether the signed-in account owns the job, check again after this time, ms. */
const UNPROVEN_MS = 30 * 60_000;

/**
 * The session for a step that sends something to the service. Until the person has agreed to
 * that, and the account that owns the job is signed in and readable, the job waits.
 * @param beforeWaiting runs before the job waits
 * @returns undefined if the job waits
 */
export async function requireSession(
  deps: JobDeps,
  job: Job,
  beforeWaiting?: () => Promise<void>,
): Promise<User | undefined> {
  const found = await sessionOrReason(deps, job);
  if ('state' in found) return found;
  await beforeWaiting?.();
  await waitFor(deps, job, found, 'waits');
  return undefined;
}

/**
 * Makes a job wait for a session.
 * @param type `submission-refused` if its order was recorded but not sent
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

/** A question about the account that got no answer is asked again: no event would tell. */
function retryUnproven(deps: JobDeps, waiting: Waiting): { notBefore?: number } {
  const isProven =
    waiting.reason !== 'other-account' ||
    relation([], waiting.account, waiting.signedIn) === 'other';
  return isProven ? {} : { notBefore: deps.now() + UNPROVEN_MS };
}

/**
 * Who may send something for the job, or why it must wait. Reads the login last: the next request
 * uses that login.
 * @param job absent: for a request that belongs to no job yet
 */
export async function sessionOrReason(deps: JobDeps, job?: Job): Promise<User | Waiting> {
  const hasConsent = (await deps.hasConsent?.()) ?? true;
  if (!hasConsent) return { reason: 'consent', since: deps.now() };
  const owner = job && ownerOf(job);
  let logins = await deps.accounts.known();
  let session = await deps.session();
  if (
    owner !== undefined &&
    session.state === 'signed-in' &&
    relation(logins, owner, session.account) === 'unproven'
  ) {
    await deps.accounts.identify();
    logins = await deps.accounts.known();
    session = await deps.session();
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
      return { reason: 'permission', since: deps.now(), pattern, host };
    }
  }
}

/** The account that the next request of a job needs: the owner of its upload or order. */
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
