import type { Waiting } from './job';
import type { Session } from './session';

/**
 * Which login belongs to which account. A login is named by the digest that `Session.account` holds;
 * a fresh sign-in of the same account has another one. An account is named by a digest of the id that
 * the service gives it. Until that is known the login stands for its account, so a row may carry
 * either name: everything compares by `relation`, which knows what was learned since.
 */
export interface KnownLogin {
  login: string;
  /** Absent: the service was asked, and its answer named no account. */
  account?: string;
  /** Display name, told by the service. */
  name?: string;
  /** Unix ms of the answer. */
  at: number;
}

/** Most logins that are remembered: the oldest are forgotten. */
const MOST_LOGINS = 40;
/** Marks the name of an account, so that no digest of a login is taken for one. */
export const ACCOUNT_PREFIX = 'id-';

/** The logins with one more, or with what was learned of one. */
export function withLogin(logins: readonly KnownLogin[], next: KnownLogin): KnownLogin[] {
  return [...logins.filter(({ login }) => login !== next.login), next].slice(-MOST_LOGINS);
}

/** The best name for the account behind a login or an older name: the account's own, once it is known. */
export function accountOf(logins: readonly KnownLogin[], name: string): string {
  return logins.find(({ login }) => login === name)?.account ?? name;
}

/** What the person calls the account, if the service ever told. */
export function displayNameOf(logins: readonly KnownLogin[], name: string): string | undefined {
  const account = accountOf(logins, name);
  return logins.findLast((each) => each.account === account)?.name;
}

/**
 * Whether what belongs to `owner` belongs to the account of `login`. `unproven`: one of both accounts
 * is not known, so they may be the same or not.
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

/** Whether a session read later shows that somebody else has signed in meanwhile. */
export function isOtherLogin(session: Session, login: string): boolean {
  return session.state === 'signed-in' && session.account !== login;
}

/**
 * The wait of a row that belongs to the account `owner`, while `login` is signed in.
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
