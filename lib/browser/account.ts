import type { Credits } from '@/lib/jimeng/model/account';
import type { SiteName } from '@/lib/jimeng/model/sites';
import type { BrowserSession } from './access/session';
import type { AccountReport } from './messages';

/** Carries every new report to all our contexts. */
const CHANNEL = 'account';

export interface AccountDeps {
  /** The site that the account is at. */
  site: SiteName;
  session(): Promise<BrowserSession>;
  /** @returns undefined before the person has agreed to requests */
  credits(): Promise<Credits | undefined>;
  /** Called with each new report. */
  onChange(report: AccountReport): void;
}

/** A balance, and the session (`BrowserSession.account`) that it belongs to. */
interface SessionBalance {
  total: number;
  login: string;
}

/** State of the account at one site. At most one refresh runs at a time. */
export interface Account {
  /** The latest report; makes no request. */
  report(): AccountReport;
  /**
   * Reads the session and the balance.
   * @returns the current balance and its session; undefined if it is unknown
   */
  refresh(): Promise<SessionBalance | undefined>;
}

export function createAccount({ site, session, credits, onChange }: AccountDeps): Account {
  let known: AccountReport = { site, state: 'unknown' };
  let refreshing: Promise<SessionBalance | undefined> | undefined;
  let isStale = false;

  function publish(report: AccountReport): void {
    if (JSON.stringify(report) === JSON.stringify(known)) return;
    known = report;
    onChange(report);
  }

  async function readAccount(): Promise<SessionBalance | undefined> {
    const login = await session();
    const { state } = login;
    if (state !== 'signed-in') {
      const otherJars = state === 'signed-out' ? login.otherJars : undefined;
      publish({ site, state, ...(otherJars && { otherJars }) });
      return undefined;
    }
    try {
      const balance = await credits();
      const after = await session();
      if (after.state !== 'signed-in' || after.account !== login.account) {
        // The session changed meanwhile: the balance may belong to either.
        isStale = true;
        return undefined;
      }
      publish({ site, state, ...(balance && { credits: { total: balance.total } }) });
      return balance && { total: balance.total, login: login.account };
    } catch (error) {
      // The service refused the cookie: signed out. Any other error says nothing about the account.
      const isSignedOut = error instanceof Error && 'code' in error && error.code === 'signed-out';
      publish(isSignedOut ? { site, state: 'signed-out' } : { ...known, state });
      return undefined;
    }
  }

  /** A sign-in during a refresh would be missed, so refresh again. */
  async function refreshUntilCurrent(): Promise<SessionBalance | undefined> {
    let balance: SessionBalance | undefined;
    do {
      isStale = false;
      balance = await readAccount();
    } while (isStale);
    return balance;
  }

  return {
    report: () => known,
    refresh() {
      if (refreshing) isStale = true;
      refreshing ??= refreshUntilCurrent().finally(() => {
        refreshing = undefined;
      });
      return refreshing;
    },
  };
}

let channel: BroadcastChannel | undefined;
let published = '';

/** Broadcasts a report to all our pages, unless it is the last one. */
export function publishAccount(report: AccountReport): void {
  const text = JSON.stringify(report);
  if (text === published) return;
  published = text;
  channel ??= new BroadcastChannel(CHANNEL);
  channel.postMessage(report);
}
/** Before anything is known. */
export const UNKNOWN_ACCOUNT: AccountReport = { site: 'jimeng', state: 'unknown' };

/** The account as a page sees it. */
export interface AccountFollower {
  /** Requests the report of the background, which also starts a refresh. */
  ask(): Promise<void>;
  /** The newest report. */
  latest(): AccountReport;
}

/**
 * Follows the account from a page. A broadcast can arrive before our reply and is newer; once one
 * arrived, the reply is ignored.
 * @param ask sends the request to the background
 */
export function followAccount(
  ask: () => Promise<AccountReport>,
  onChange: (report: AccountReport) => void,
): AccountFollower {
  let broadcast: AccountReport | undefined;
  let reply: AccountReport = UNKNOWN_ACCOUNT;
  watchAccount((report) => {
    broadcast = report;
    onChange(report);
  });
  return {
    async ask() {
      reply = await ask();
    },
    latest: () => broadcast ?? reply,
  };
}

/**
 * Calls back with every new report.
 * @returns stops watching
 */
export function watchAccount(onChange: (report: AccountReport) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => onChange(data as AccountReport);
  return () => channel.close();
}
