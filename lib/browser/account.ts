import type { Credits } from '@/lib/jimeng/model/account';
import type { BrowserSession } from './access/session';
import type { AccountReport } from './messages';

/** A ping between our contexts: the account report has changed. */
const CHANNEL = 'account';

export interface AccountDeps {
  session(): Promise<BrowserSession>;
  /** @returns undefined while the service must not be called */
  credits(): Promise<Credits | undefined>;
}

/** A balance and the login (`BrowserSession.account`) that it belongs to. */
interface SeenBalance {
  total: number;
  login: string;
}

/** The account state, with at most one request at a time. */
export interface Account {
  /** The latest known report. */
  report(): AccountReport;
  /**
   * Reads the account again and pings every page if it changed.
   * @returns the current balance and its login; undefined if it could not be read
   */
  refresh(): Promise<SeenBalance | undefined>;
}

export function createAccount({ session, credits }: AccountDeps): Account {
  const channel = new BroadcastChannel(CHANNEL);
  let known: AccountReport = { state: 'unknown' };
  let looking: Promise<SeenBalance | undefined> | undefined;
  let isStale = false;

  function tell(report: AccountReport): void {
    if (JSON.stringify(report) === JSON.stringify(known)) return;
    known = report;
    channel.postMessage(report);
  }

  async function look(): Promise<SeenBalance | undefined> {
    const login = await session();
    const { state } = login;
    if (state !== 'signed-in') {
      const otherJars = state === 'signed-out' ? login.otherJars : undefined;
      tell({ state, ...(otherJars && { otherJars }) });
      return undefined;
    }
    try {
      const balance = await credits();
      const after = await session();
      if (after.state !== 'signed-in' || after.account !== login.account) {
        // The login changed meanwhile, so the balance may belong to another account.
        isStale = true;
        return undefined;
      }
      tell({ state, ...(balance && { credits: { total: balance.total } }) });
      return balance && { total: balance.total, login: login.account };
    } catch (error) {
      // A cookie that the service rejects means signed out; other errors say nothing about the account.
      const isSignedOut = error instanceof Error && 'code' in error && error.code === 'signed-out';
      tell(isSignedOut ? { state: 'signed-out' } : { ...known, state });
      return undefined;
    }
  }

  /** A sign-in during the request would be missed, so read again. */
  async function lookUntilFresh(): Promise<SeenBalance | undefined> {
    let seen: SeenBalance | undefined;
    do {
      isStale = false;
      seen = await look();
    } while (isStale);
    return seen;
  }

  return {
    report: () => known,
    refresh() {
      if (looking) isStale = true;
      looking ??= lookUntilFresh().finally(() => {
        looking = undefined;
      });
      return looking;
    },
  };
}

/** The account as a page sees it. */
export interface AccountNews {
  /** Asks the background for its report, and makes it read again. */
  ask(): Promise<void>;
  /** The latest report. */
  latest(): AccountReport;
}

/**
 * Follows the account from a page. A broadcast can arrive before our reply
 * and is newer; once one arrived, ignore the reply.
 * @param ask sends the request to the background
 */
export function followAccount(
  ask: () => Promise<AccountReport>,
  onChange: (report: AccountReport) => void,
): AccountNews {
  let heard: AccountReport | undefined;
  let answered: AccountReport = { state: 'unknown' };
  watchAccount((report) => {
    heard = report;
    onChange(report);
  });
  return {
    async ask() {
      answered = await ask();
    },
    latest: () => heard ?? answered,
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
