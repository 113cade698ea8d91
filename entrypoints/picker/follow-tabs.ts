import type { Scan } from '@/components/picker/view';
import type { Collector, CollectorUpdate } from '@/lib/browser/tabs/collector';
import type { OutOfReach } from '@/lib/browser/tabs/reach';

/** Pause between two questions to a tab, ms. */
const PAUSE_MS = 500;
/** The same for a tab that is out of reach: access may be given at any time. */
const UNREACHED_MS = 2_000;

export interface FollowDeps {
  create(tabId: number): Collector;
  /** Whether an error says that another picker has taken over the tab. */
  isReplaced(error: unknown): boolean;
  whyOutOfReach(tabId: number, error: unknown): Promise<OutOfReach>;
  onPictures(told: Pick<CollectorUpdate, 'changed' | 'dropped' | 'joined'>): void;
  onScan(scan: Scan): void;
}

/** Asks the collectors of tabs what changed, as long as it is not stopped. */
export interface FollowedTabs {
  /** Follows these tabs, and no others. */
  choose(tabIds: readonly number[]): void;
  /** Scrolls the first tab. */
  scroll(isOn: boolean): void;
  collectorOf(tabId: number): Collector | undefined;
  /** Asks tabs that were out of reach at once. */
  askAgain(): void;
  stop(): void;
}

interface Followed {
  collector: Collector;
  state: 'searching' | 'answered' | 'replaced' | OutOfReach;
  isScrolling: boolean;
  isAtEnd: boolean;
  isFull: boolean;
  timer?: ReturnType<typeof setTimeout>;
  isAsking: boolean;
  /** Access may have come since it was asked. */
  isStale: boolean;
  isStopped: boolean;
}

export function followTabs(deps: FollowDeps): FollowedTabs {
  const tabs = new Map<number, Followed>();

  async function ask(tabId: number, tab: Followed): Promise<void> {
    tab.isAsking = true;
    tab.isStale = false;
    try {
      const { changed, dropped, joined, ...scan } = await tab.collector.update();
      if (tab.isStopped) return;
      Object.assign(tab, scan, { state: 'answered' });
      if (changed.length > 0 || dropped.length > 0) {
        deps.onPictures({ changed, dropped, joined });
      }
    } catch (error) {
      const state = deps.isReplaced(error) ? 'replaced' : await deps.whyOutOfReach(tabId, error);
      if (tab.isStopped) return;
      tab.state = state;
      tab.isScrolling = false;
    }
    tab.isAsking = false;
    tell();
    // Two pickers would take the tab from each other for ever.
    if (tab.state === 'replaced') return;
    if (tab.isStale && isOutOfReach(tab)) void ask(tabId, tab);
    else plan(tabId, tab, tab.state === 'answered' ? PAUSE_MS : UNREACHED_MS);
  }

  function isOutOfReach({ state }: Followed): boolean {
    return state === 'no-access' || state === 'forbidden';
  }

  function plan(tabId: number, tab: Followed, ms: number): void {
    tab.timer = setTimeout(() => void ask(tabId, tab), ms);
  }

  function tell(): void {
    const all = [...tabs.values()];
    const count = (state: Followed['state']) => all.filter((tab) => tab.state === state).length;
    deps.onScan({
      isSearching: count('searching') > 0,
      isScrolling: all.some(({ isScrolling }) => isScrolling),
      isAtEnd: all[0]?.isAtEnd === true,
      isFull: all.some(({ isFull }) => isFull),
      isReplaced: count('replaced') > 0,
      canScroll: all[0]?.state === 'answered',
      outOfReach: {
        closed: count('closed'),
        forbidden: count('forbidden'),
        'no-access': count('no-access'),
      },
    });
  }

  function leave(tabId: number, tab: Followed): void {
    tab.isStopped = true;
    clearTimeout(tab.timer);
    tabs.delete(tabId);
    // A tab that another picker has is that one's.
    if (tab.state !== 'replaced') void tab.collector.stop().catch(() => undefined);
  }

  return {
    choose(tabIds) {
      for (const [id, tab] of tabs) if (!tabIds.includes(id)) leave(id, tab);
      for (const id of tabIds) {
        if (tabs.has(id)) continue;
        const tab: Followed = {
          collector: deps.create(id),
          state: 'searching',
          isScrolling: false,
          isAtEnd: false,
          isFull: false,
          isAsking: false,
          isStale: false,
          isStopped: false,
        };
        tabs.set(id, tab);
        void ask(id, tab);
      }
      tell();
    },
    scroll(isOn) {
      const [first] = tabs.values();
      if (!first) return;
      first.isScrolling = isOn;
      tell();
      // The next answer tells how it went.
      void first.collector.scroll(isOn).catch(() => undefined);
    },
    collectorOf: (tabId) => tabs.get(tabId)?.collector,
    askAgain() {
      for (const [id, tab] of tabs) {
        // Two questions at once would go on side by side for ever.
        tab.isStale = true;
        if (tab.isAsking || !isOutOfReach(tab)) continue;
        clearTimeout(tab.timer);
        void ask(id, tab);
      }
    },
    stop() {
      for (const [id, tab] of tabs) leave(id, tab);
    },
  };
}
