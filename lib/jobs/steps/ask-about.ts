import type { TaskReport } from '@/lib/jimeng/client';
import type { JobDeps } from '../deps';
import type { Job, Submission, Waiting } from '../job';
import { accountOf, displayNameOf, isOtherLogin, relation } from '../known-logins';
import { commit } from './step';

export type Ordered = Job & { submission: Submission };

export function isOrdered(job: Job): job is Ordered {
  return job.submission !== undefined;
}

/** The rows that may be asked about now, with the login that is asked. */
export interface Inquiry {
  login: string;
  jobs: Ordered[];
}

/** What an answer says of one row, by who was asked. */
export interface Finding {
  /** The row; it names its account once that has proved to know the order. */
  job: Ordered;
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
export async function whomToAskAbout(
  ordered: readonly Ordered[],
  deps: JobDeps,
): Promise<Inquiry | undefined> {
  const since = deps.now();
  const wait = (rows: readonly Ordered[], waitingOf: (job: Ordered) => Waiting) =>
    Promise.all(rows.map((job) => commit(deps, job, { type: 'waits', waiting: waitingOf(job) })));
  const hasConsent = (await deps.hasConsent?.()) ?? true;
  const isForbidden = ({ submission }: Ordered) => !hasConsent && submission.isImported === true;
  await wait(ordered.filter(isForbidden), () => ({ reason: 'consent', since }));
  const allowed = ordered.filter((job) => !isForbidden(job));

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
  if (session.state === 'signed-out') {
    await wait(allowed, () => ({ reason: 'sign-in', since }));
    return undefined;
  }
  if (session.state === 'no-access') {
    const { pattern, host } = session;
    await wait(allowed, () => ({ reason: 'permission', since, pattern, host }));
    return undefined;
  }
  const login = session.account;
  const isOther = ({ submission: { account } }: Ordered) =>
    relation(logins, account, login) === 'other';
  await wait(allowed.filter(isOther), ({ submission: { account } }) =>
    otherAccount(logins, account, login, since),
  );
  const jobs = allowed.filter((job) => !isOther(job));
  return jobs.length > 0 ? { login, jobs } : undefined;
}

/**
 * What the answer proves. The login is read once more: the browser adds the cookie when the request
 * leaves, so if somebody else is signed in by now, either may have been asked, and nothing is proved.
 */
export async function findingsOf(
  { login, jobs }: Inquiry,
  reports: ReadonlyMap<string, TaskReport>,
  deps: JobDeps,
): Promise<Finding[]> {
  const isChanged = isOtherLogin(await deps.session(), login);
  const logins = await deps.accounts.known();
  return jobs.map((job) => {
    const { submission } = job;
    const report = reports.get(submission.submitId);
    const isProof = !isChanged && relation(logins, submission.account, login) === 'same';
    if (!report || report.state === 'absent' || isProof || isChanged) {
      return { job, report, isProof };
    }
    const bound = { ...submission, account: accountOf(logins, login) };
    return { job: { ...job, submission: bound }, report, isProof: true };
  });
}

/** The wait of an order that the signed-in account does not know, or should not be asked about. */
export async function unknownHere(
  { submission: { account } }: Ordered,
  deps: JobDeps,
): Promise<Waiting | undefined> {
  const session = await deps.session();
  if (session.state !== 'signed-in') return undefined;
  return otherAccount(await deps.accounts.known(), account, session.account, deps.now());
}

function otherAccount(
  logins: Awaited<ReturnType<JobDeps['accounts']['known']>>,
  owner: string | undefined,
  login: string,
  since: number,
): Waiting {
  const name = owner === undefined ? undefined : displayNameOf(logins, owner);
  return {
    reason: 'other-account',
    since,
    ...(owner !== undefined && { account: accountOf(logins, owner) }),
    ...(name && { name }),
    signedIn: accountOf(logins, login),
  };
}
