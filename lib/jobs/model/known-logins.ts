import type { Waiting } from './job';
import type { Session } from './session';

/**
 * Which login belongs to which account. A login is identified by the digest in `Session.account`;
 * a fresh sign-in of the same account has another one. An account is identified by a digest of the id that
 * the service gives it. Until that is known, the login stands for its account, so a job may contain
 * either. Compare them only by `relation`, which uses what was learned since.
 */
export interface KnownLogin {
  login: string;
  /** Absent: the service was asked, but its answer named no account. */
  account?: string;
  /** Display name, from the service. */
  name?: string;
  /** Unix ms of the answer. */
  at: number;
}

/** Maximum remembered logins; the oldest are dropped. */
const MOST_LOGINS = 40;
/** Marks the digest of an account, so that it is never confused with that of a login. */
export const ACCOUNT_PREFIX = 'id-';

/** The logins with one added or updated. */
export function withLogin(logins: readonly KnownLogin[], next: KnownLogin): KnownLogin[] {
  return [...logins.filter(({ login }) => login !== next.login), next].slice(-MOST_LOGINS);
}

/** The best identifier for the account behind a login or an older identifier: the account's own, once known. */
export function accountOf(logins: readonly KnownLogin[], name: string): string {
  return logins.find(({ login }) => login === name)?.account ?? name;
}

/** The account's display name, if the service ever reported it. */
export function displayNameOf(logins: readonly KnownLogin[], name: string): string | undefined {
  const account = accountOf(logins, name);
  return logins.findLast((each) => each.account === account)?.name;
}

/**
 * Whether `owner` is the account of `login`. `unproven`: one of the accounts
 * is unknown, so they may be the same or not.
 */
export function relation(
  logins: readonly KnownLogin[],
  owner: string | undefined,
  login: string,
): 'same' | 'other' | 'unproven' {
  if (owner === undefined) return 'unproven';
  const [one, another] = [accountOf(logins, owner), accountOf(logins, login)];
  if (one === another) return 'same';
  return one.startsWith(ACCOUNT_PREFIX) && another.startsWith(ACCOUNT_PREFIX)
    ? 'other'
    : 'unproven';
}

/** Whether a later session shows that another login has signed in meanwhile. */
export function isOtherLogin(session: Session, login: string): boolean {
  return session.state === 'signed-in' && session.account !== login;
}

/**
 * The wait of a job that belongs to the account `owner` while `login` is signed in.
 * @param since Unix ms
 */
export function waitForAccount(
  logins: readonly KnownLogin[],
  owner: string | undefined,
  login: string,
  since: number,
): Waiting & { reason: 'other-account' } {
  const name = owner === undefined ? undefined : displayNameOf(logins, owner);
  return {
    reason: 'other-account',
    since,
    ...(owner !== undefined && { account: accountOf(logins, owner) }),
    ...(name && { name }),
    signedIn: accountOf(logins, login),
  };
}
