import type { Credits } from '@/lib/jimeng/model/account';
import type { BrowserSession } from './access/session';
import type { AccountReport } from './messages';

/** A ping between our contexts: "the account looks different now, ask again". */
const CHANNEL = 'account';

export interface AccountDeps {
  session(): Promise<BrowserSession>;
  /** @returns undefined while the service may not be asked */
  credits(): Promise<Credits | undefined>;
}

/** A balance, and the login (`BrowserSession.account`) that it is of. */
interface SeenBalance {
  total: number;
  login: string;
}

/** What is known about the account, looked up at most once at a time. */
export interface Account {
  /** What is known now. */
  report(): AccountReport;
  /**
   * Looks again and pings every page when the answer differs.
   * @returns the balance as it is now, and the login it is of; undefined if nobody told
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
        // Whose balance it is nobody knows.
        isStale = true;
        return undefined;
      }
      tell({ state, ...(balance && { credits: { total: balance.total } }) });
      return balance && { total: balance.total, login: login.account };
    } catch (error) {
      // A cookie that the service no longer accepts is a sign-out; anything else says nothing new.
      const isSignedOut = error instanceof Error && 'code' in error && error.code === 'signed-out';
      tell(isSignedOut ? { state: 'signed-out' } : { ...known, state });
      return undefined;
    }
  }

  /** A sign-in during a look would be missed: it is looked once more. */
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
  /** Asks the background for what it knows, and lets it look again. */
  ask(): Promise<void>;
  /** The latest that was heard. */
  latest(): AccountReport;
}

/**
 * Follows the account from a page. The answer to a question may be overtaken by the ping about the
 * look that it has caused, and is older: it counts only while no ping was heard.
 * @param ask sends the question to the background
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
