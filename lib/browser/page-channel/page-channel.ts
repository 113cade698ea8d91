import { browser } from 'wxt/browser';
import { createTurns } from '@/lib/async/turns';
import { JimengError } from '@/lib/jimeng/model/errors';
import type { PageChannel, PageRequest } from '@/lib/jimeng/wire/page-channel';
import { withTimeout } from '../tabs/with-timeout';
import { MAX_LENGTH, type PageAnswer, readAnswer, readState } from './answer';
import { type PageState, sendFromPage, stateOfPage } from './in-page';
import {
  closeOwnTab,
  isOpen,
  noteReady,
  openOwnTab,
  openTabs,
  ownTab,
  type PageSite,
  readyTab,
} from './page-tab';

/** A page of the service that signs requests. */
interface SigningSite extends PageSite {
  /** Query parameters that its code adds when it signs. */
  signatures: readonly string[];
}

/** Time until a page is ready, ms. The service's page may load for tens of seconds. */
const READY_MS = 30_000;
/** Of that, the time for tabs that are open already: one of them may hang. */
const OPEN_TAB_MS = 10_000;
const CHECK_MS = 500;
/** Time for a look at the page: a frozen tab never answers. */
const STATE_MS = 3_000;
/** Time limits of a read and of an order in the page, ms. */
const READ_MS = 10_000;
const ORDER_MS = 45_000;
/** Time for the browser to deliver an answer, ms. */
const DELIVERY_MS = 3_000;
/** Reads are repeated after 1, 2, 4 ... s: the first script that replaces `fetch` may not be the one that signs. */
const FIRST_PAUSE_MS = 1_000;

/** Messages of browsers that refuse to start a script. After any other message it may have started. */
const NOT_STARTED =
  /no tab with id|invalid tab id|cannot access|cannot be scripted|missing host permission|showing error page/i;

export interface PageChannelDeps {
  site: SigningSite;
  /** Whether the person has agreed to it. */
  mayUse(): Promise<boolean>;
  /** Called whenever the page is used. */
  onUse(): Promise<void>;
  /** Unix ms. */
  now?: () => number;
  sleep?: (ms: number) => Promise<void>;
}

/** The channel, and the end of it. */
export interface ClosablePageChannel extends PageChannel {
  /** Closes the tab that the channel opened, unless the person uses it. */
  close(): Promise<void>;
}

/** Creates the page channel of one site. */
export function createPageChannel(deps: PageChannelDeps): ClosablePageChannel {
  const { site, mayUse, onUse, now = Date.now } = deps;
  const sleep = deps.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  /** One request at a time in a page. */
  const inTurn = createTurns();

  /** Sends from a tab. Throws like `PageChannel.send`. */
  async function post(tabId: number, request: PageRequest, limitMs: number): Promise<PageAnswer> {
    const { url, headers, body, referrer } = request;
    const given = {
      ...{ origin: site.origin, url, headers: { ...headers }, body, ...(referrer && { referrer }) },
      ...{ limitMs, maxLength: MAX_LENGTH, signatures: [...site.signatures] },
    };
    const running = runInPage(tabId, sendFromPage, [given]).catch((error: unknown) => {
      throw new JimengError(NOT_STARTED.test(String(error)) ? 'page-unavailable' : 'network');
    });
    const late = { outcome: 'timeout' };
    return readAnswer(await withTimeout<unknown>(limitMs + DELIVERY_MS, late, running), url);
  }

  /** Whether the page signs: its own answer, and the signature in its address, are the proof. */
  async function signs(
    tabId: number,
    { hasSigner }: PageState,
    read: (send: PageChannel['send']) => Promise<void>,
  ): Promise<boolean> {
    let isSigned = false;
    await read(async (request) => {
      const answer = await post(tabId, request, READ_MS);
      isSigned = answer.isSigned;
      return answer.response;
    });
    // The service need not list the path of the read; its announced code signs the order nevertheless.
    return isSigned || hasSigner;
  }

  async function becomesReady(
    tabId: number,
    until: number,
    read: (send: PageChannel['send']) => Promise<void>,
    signal: AbortSignal | undefined,
  ): Promise<boolean> {
    let pauseMs = FIRST_PAUSE_MS;
    let readAt = 0;
    while (now() < until) {
      signal?.throwIfAborted();
      const looking = runInPage(tabId, stateOfPage, [site.origin]).catch(() => undefined);
      const state = readState(await withTimeout<unknown>(STATE_MS, undefined, looking));
      if (state?.isSite && state.isPatched && now() >= readAt) {
        const isReady = await signs(tabId, state, read).catch((error: unknown) => {
          if (isDecisive(error)) throw error;
          return false;
        });
        if (isReady) return true;
        readAt = now() + pauseMs;
        pauseMs *= 2;
      } else if (!state && !(await exists(tabId))) {
        return false;
      }
      await sleep(CHECK_MS);
    }
    return false;
  }

  async function findReady(
    read: (send: PageChannel['send']) => Promise<void>,
    signal: AbortSignal | undefined,
  ): Promise<number | undefined> {
    const until = now() + READY_MS;
    const own = await ownTab(site);
    for (const tabId of await openTabs(site)) {
      const limit = tabId === own ? until : Math.min(until, now() + OPEN_TAB_MS);
      if (await becomesReady(tabId, limit, read, signal)) return tabId;
      if (tabId === own) return undefined;
    }
    const opened = await openOwnTab(site);
    if (opened === undefined) return undefined;
    return (await becomesReady(opened, until, read, signal)) ? opened : undefined;
  }

  async function requireConsent(): Promise<void> {
    if (!(await mayUse())) throw new JimengError('page-unavailable');
    await onUse();
  }

  return {
    ready: (read, signal) =>
      inTurn(async () => {
        await requireConsent();
        const tabId = await findReady(read, signal).catch((error: unknown) => {
          const isSignedOut = error instanceof JimengError && error.code === 'signed-out';
          throw isSignedOut ? new JimengError('page-unavailable') : error;
        });
        if (tabId === undefined) throw new JimengError('page-unavailable');
        await noteReady(site, tabId);
      }),

    send: (request, signal) =>
      inTurn(async () => {
        // The caller has given up: an order that leaves now would surprise everybody.
        if (signal?.aborted) throw new JimengError('page-unavailable');
        await requireConsent();
        const tabId = await readyTab(site);
        if (tabId === undefined || !(await isOpen(tabId, site))) {
          throw new JimengError('page-unavailable');
        }
        return (await post(tabId, request, ORDER_MS)).response;
      }),

    close: () => inTurn(() => closeOwnTab(site)),
  };
}

/** Whether the answer to a read ends the search: another page would be answered alike. */
function isDecisive(error: unknown): boolean {
  if (!(error instanceof JimengError)) return true;
  return ['signed-out', 'risk-control', 'account-restricted'].includes(error.code);
}

async function exists(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}

/**
 * Runs a self-contained function in the main world of a tab's top frame, at once.
 * @throws if the browser refuses, or if the page goes away meanwhile
 */
async function runInPage<Args extends unknown[]>(
  tabId: number,
  func: (...args: Args) => unknown,
  args: Args,
): Promise<unknown> {
  const [injection] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    world: 'MAIN',
    // A page that is still loading is not ready, but it can say so.
    injectImmediately: true,
    func,
    args,
  });
  return injection?.result;
}
