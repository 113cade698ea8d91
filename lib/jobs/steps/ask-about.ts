import type { TaskReport } from '@/lib/jimeng/model/task-report';
import type { Job, Submission, Waiting } from '../model/job';
import { accountOf, isOtherLogin, relation, waitForAccount } from '../model/known-logins';
import type { JobDeps } from './deps';
import { commit } from './step';

export type Ordered = Job & { submission: Submission };

export function isOrdered(job: Job): job is Ordered {
  return job.submission !== undefined;
}

/** The rows that may be asked about now, with the login that is asked. */
export interface PollRequest {
  login: string;
  jobs: Ordered[];
}

/** What an answer says of one row, by who was asked. */
export interface PollResult {
  /** The row; it names its account once that has proved to know the order. */
  job: Ordered;
  /** The login that was asked. */
  login: string;
  report: TaskReport | undefined;
  /** Whether "not there" comes from the account that the order was sent with. */
  isProof: boolean;
}

/**
 * Whom the service may be asked about: the orders of the signed-in account, and those that may be. The
 * others wait, and so do imported orders until the person has agreed that anything goes to the service;
 * without consent only what this installation has sent is still asked about (docs/PRIVACY.md).
 * Rejects with what stops everything (`Accounts.identify`).
 */
export async function pollRequestFor(
  ordered: readonly Ordered[],
  deps: JobDeps,
): Promise<PollRequest | undefined> {
  const { login, waits } = await sortByOwner(ordered, deps);
  for (const [job, waiting] of waits) {
    const row = await commit(deps, job, { type: 'waits', waiting });
    if (row && (await isWaitOver(waiting, row, deps))) await commit(deps, row, { type: 'resumed' });
  }
  const jobs = ordered.filter((job) => !waits.has(job));
  return login !== undefined && jobs.length > 0 ? { login, jobs } : undefined;
}

/** What came between the look at the session and the waiting row was heard by nobody. */
async function isWaitOver(waiting: Waiting, row: Job, deps: JobDeps): Promise<boolean> {
  if (!isOrdered(row)) return false;
  const now = (await sortByOwner([row], deps)).waits.get(row);
  const isSameLogin =
    now?.reason !== 'other-account' ||
    waiting.reason !== 'other-account' ||
    now.signedIn === waiting.signedIn;
  return now?.reason !== waiting.reason || !isSameLogin;
}

/** Who is signed in, and which rows wait for what. Changes nothing. */
async function sortByOwner(
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
  let session = await deps.session();
  const isUnproven = ({ submission: { account } }: Ordered) =>
    session.state === 'signed-in' &&
    account !== undefined &&
    relation(logins, account, session.account) === 'unproven';
  if (allowed.some(isUnproven)) {
    await deps.accounts.identify();
    logins = await deps.accounts.known();
    session = await deps.session();
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
      waits.set(job, { reason: 'permission', since, pattern, host });
    }
  }
  return { login: undefined, waits };
}

/**
 * What the answer proves. The login is read once more: the browser adds the cookie when the request
 * leaves, so if somebody else is signed in by now, either may have been asked, and nothing is proved.
 */
export async function pollResults(
  { login, jobs }: PollRequest,
  reports: ReadonlyMap<string, TaskReport>,
  deps: JobDeps,
): Promise<PollResult[]> {
  const isChanged = isOtherLogin(await deps.session(), login);
  const logins = await deps.accounts.known();
  return jobs.map((job) => {
    const { submission } = job;
    const report = reports.get(submission.submitId);
    const isProof = !isChanged && relation(logins, submission.account, login) === 'same';
    if (!report || report.state === 'absent' || isProof || isChanged) {
      return { job, login, report, isProof };
    }
    const bound = { ...submission, account: accountOf(logins, login) };
    return { job: { ...job, submission: bound }, login, report, isProof: true };
  });
}

/**
 * Lets an order wait that the login did not show.
 * @param login the one that was asked
 */
export async function waitForOwner(job: Ordered, login: string, deps: JobDeps): Promise<void> {
  const logins = await deps.accounts.known();
  const waiting = waitForAccount(logins, job.submission.account, login, deps.now());
  const row = await commit(deps, job, { type: 'waits', waiting });
  // Whoever has signed in meanwhile was told of no waiting row.
  if (row && isOtherLogin(await deps.session(), login))
    await commit(deps, row, { type: 'resumed' });
}
