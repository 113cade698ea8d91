import type { Job, Waiting } from '../model/job';
import { accountOf, relation, waitForAccount } from '../model/known-logins';
import type { JobDeps } from './deps';
import { commit } from './step';

/** Who may send something to the service for a row. */
export interface User {
  state: 'signed-in';
  /** Digest of the login (`Session.account`). */
  login: string;
  /** Name of its account (known-logins.ts). */
  account: string;
}

/** While it is not known whether the signed-in account is the row's, that is tried again, ms. */
const UNPROVEN_MS = 30 * 60_000;

/**
 * Who is signed in, for a step that sends something to the service. Until the person has agreed to
 * that, and somebody is signed in whom we may see and to whom the row belongs, the row waits.
 * @param beforeWaiting done before the row waits
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
  await waitFor(deps, job, found, 'waits');
  return undefined;
}

/**
 * Lets a row wait for a session.
 * @param type `submission-refused` if its order was written down and not sent
 */
export async function waitFor(
  deps: JobDeps,
  job: Job,
  waiting: Waiting,
  type: 'waits' | 'submission-refused',
): Promise<void> {
  const row = await commit(deps, job, { type, waiting, ...retryUnproven(deps, waiting) });
  if (!row) return;
  // What came between the look and the waiting row was heard by nobody: the row would wait for ever.
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
 * Who may send something for the row, or why nobody may. The login is read last: what is sent next
 * goes with that one.
 * @param job absent: for something that belongs to no row yet
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

/** Whose account the next request of a row needs: the one that holds its upload, or its order. */
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
