import type { Waiting } from './job';
import type { Session } from './session';

/**
 * Maps a login to its account. A login is named by the digest in `Session.account`; every sign-in has a
 * new one. An account is named by a digest of its id at the service. Until that id is known, a row names
 * its account by the login, so compare names by `relation` only.
 */
export interface KnownLogin {
  login: string;
  /** Absent if the answer of the service named no account. */
  account?: string;
  /** Display name, from the service. */
  name?: string;
  /** Unix ms of the answer. */
  at: number;
}

/** Logins kept; the oldest are dropped. */
const MOST_LOGINS = 40;
/** Prefix of account names; a login digest never has it. */
export const ACCOUNT_PREFIX = 'id-';

/** The logins with one added or updated. */
export function withLogin(logins: readonly KnownLogin[], next: KnownLogin): KnownLogin[] {
  return [...logins.filter(({ login }) => login !== next.login), next].slice(-MOST_LOGINS);
}

/** The account's own name once known, else the given login. */
export function accountOf(logins: readonly KnownLogin[], name: string): string {
  return logins.find(({ login }) => login === name)?.account ?? name;
}

/** Display name of the account, if the service ever sent one. */
export function displayNameOf(logins: readonly KnownLogin[], name: string): string | undefined {
  const account = accountOf(logins, name);
  return logins.findLast((each) => each.account === account)?.name;
}

/**
 * Whether `owner` is the account of `login`. `unproven`: one of the two accounts is unknown, so they
 * may be the same.
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

/** Whether a session read later shows that another login replaced this one. */
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
