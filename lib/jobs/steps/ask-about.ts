import type { TaskReport } from '@/lib/jimeng/model/task-report';
import type { Job, Submission, Waiting } from '../model/job';
import { accountOf, isOtherLogin, relation, waitForAccount } from '../model/known-logins';
import { type LoginPlace, siteOf } from '../model/site';
import type { JobDeps } from './deps';
import { atSite } from './site';
import { commit } from './step';

export type Ordered = Job & { submission: Submission };

export function isOrdered(job: Job): job is Ordered {
  return job.submission !== undefined;
}

/** The rows that may be polled now, and the login they are polled with. */
export interface PollRequest {
  place: LoginPlace;
  login: string;
  /** Unix ms at which the request is sent. The answer may take long. */
  at: number;
  jobs: Ordered[];
}

/** The answer to a poll for one row. */
export interface PollResult {
  /** The row; names its account once that account has shown the order. */
  job: Ordered;
  /** The login that polled. */
  login: string;
  /** Unix ms at which the request was sent. */
  at: number;
  report: TaskReport | undefined;
  /** Whether "absent" comes from the account that sent the order. */
  isProof: boolean;
  /** The poll showed whose order it is. */
  isOwnerNew?: true | undefined;
}

/**
 * Selects the orders to poll with the login of a place: those of the signed-in account, and those that may be. The others wait.
 * Without consent imported orders wait, too, and only orders of this installation are polled
 * (docs/PRIVACY.md). Rejects like `Accounts.identify`.
 */
export async function pollRequestFor(
  place: LoginPlace,
  ordered: readonly Ordered[],
  deps: JobDeps,
): Promise<PollRequest | undefined> {
  const { login, waits } = await sortByOwner(place, ordered, deps);
  for (const [job, waiting] of waits) {
    const row = await commit(deps, job, { type: 'waits', waiting });
    if (row && (await isWaitOver(waiting, row, deps))) await commit(deps, row, { type: 'resumed' });
  }
  const jobs = ordered.filter((job) => !waits.has(job));
  return login !== undefined && jobs.length > 0
    ? { place, login, at: deps.now(), jobs }
    : undefined;
}

/** A sign-in between the check and the commit would be missed, so check again. */
async function isWaitOver(waiting: Waiting, row: Job, deps: JobDeps): Promise<boolean> {
  if (!isOrdered(row)) return false;
  const now = (await sortByOwner(row, [row], deps)).waits.get(row);
  const isSameLogin =
    now?.reason !== 'other-account' ||
    waiting.reason !== 'other-account' ||
    now.signedIn === waiting.signedIn;
  return now?.reason !== waiting.reason || !isSameLogin;
}

/** Reads who is signed in and why which rows must wait. Writes nothing. */
async function sortByOwner(
  place: LoginPlace,
  ordered: readonly Ordered[],
  deps: JobDeps,
): Promise<{ login: string | undefined; waits: Map<Ordered, Waiting> }> {
  const since = deps.now();
  const waits = new Map<Ordered, Waiting>();
  const hasConsent = (await deps.hasConsent?.()) ?? true;
  for (const job of ordered) {
    const isForbidden = !hasConsent && job.submission.isImported === true;
    if (isForbidden) waits.set(job, { reason: 'consent', since });
  }
  const allowed = ordered.filter((job) => !waits.has(job));

  let logins = await deps.accounts.known();
  let session = await atSite(deps, place).session();
  const isUnproven = ({ submission: { account } }: Ordered) =>
    session.state === 'signed-in' &&
    account !== undefined &&
    relation(logins, account, session.account) === 'unproven';
  if (allowed.some(isUnproven)) {
    await deps.accounts.identify(place);
    logins = await deps.accounts.known();
    session = await atSite(deps, place).session();
  }
  if (session.state === 'signed-in') {
    const login = session.account;
    for (const job of allowed) {
      const { account } = job.submission;
      const isOther = relation(logins, account, login) === 'other';
      if (isOther) waits.set(job, waitForAccount(logins, account, login, since));
    }
    return { login, waits };
  }
  for (const job of allowed) {
    if (session.state === 'signed-out') waits.set(job, { reason: 'sign-in', since });
    else {
      const { pattern, host } = session;
      waits.set(job, { reason: 'permission', since, pattern, host, site: siteOf(place) });
    }
  }
  return { login: undefined, waits };
}

/**
 * Decides what the answer proves. The browser adds the cookie when the request leaves, so the login is
 * read once more: if it changed, either account may have answered, and nothing is proven.
 */
export async function pollResults(
  { place, login, at, jobs }: PollRequest,
  reports: ReadonlyMap<string, TaskReport>,
  deps: JobDeps,
): Promise<PollResult[]> {
  const isChanged = isOtherLogin(await atSite(deps, place).session(), login);
  const logins = await deps.accounts.known();
  return jobs.map((job) => {
    const { submission } = job;
    const report = reports.get(submission.submitId);
    const isProof = !isChanged && relation(logins, submission.account, login) === 'same';
    if (!report || report.state === 'absent' || isProof || isChanged) {
      return { job, login, at, report, isProof };
    }
    const bound = { ...submission, account: accountOf(logins, login) };
    const owned = { ...job, submission: bound };
    return { job: owned, login, at, report, isProof: true, isOwnerNew: true };
  });
}

/**
 * Makes an order wait for its owner, because the signed-in account does not list it.
 * @param login the login that polled
 */
export async function waitForOwner(job: Ordered, login: string, deps: JobDeps): Promise<void> {
  const logins = await deps.accounts.known();
  const waiting = waitForAccount(logins, job.submission.account, login, deps.now());
  const row = await commit(deps, job, { type: 'waits', waiting });
  // A sign-in during the commit would be missed, so check again.
  if (row && isOtherLogin(await atSite(deps, job).session(), login))
    await commit(deps, row, { type: 'resumed' });
}
