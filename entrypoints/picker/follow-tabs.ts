import type { Scan } from '@/components/picker/view';
import type { Collector, CollectorUpdate } from '@/lib/browser/tabs/collector';

/** Pause between two questions to a tab, ms. */
const PAUSE_MS = 500;
/** The same for a tab that is out of reach: access may be given at any time. */
const UNREACHED_MS = 2_000;

export interface FollowDeps {
  create(tabId: number): Collector;
  /** Whether an error says that another picker has taken over the tab. */
  isReplaced(error: unknown): boolean;
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
  state: 'searching' | 'answered' | 'unreachable' | 'replaced';
  isScrolling: boolean;
  isAtEnd: boolean;
  isFull: boolean;
  timer?: ReturnType<typeof setTimeout>;
  isStopped: boolean;
}

export function followTabs(deps: FollowDeps): FollowedTabs {
  const tabs = new Map<number, Followed>();

  async function ask(tab: Followed): Promise<void> {
    try {
      const { changed, dropped, joined, ...scan } = await tab.collector.update();
      if (tab.isStopped) return;
      Object.assign(tab, scan, { state: 'answered' });
      if (changed.length > 0 || dropped.length > 0) {
        deps.onPictures({ changed, dropped, joined });
      }
    } catch (error) {
      if (tab.isStopped) return;
      tab.state = deps.isReplaced(error) ? 'replaced' : 'unreachable';
      tab.isScrolling = false;
    }
    tell();
    // Two pickers would take the tab from each other for ever.
    if (tab.state === 'replaced') return;
    plan(tab, tab.state === 'answered' ? PAUSE_MS : UNREACHED_MS);
  }

  function plan(tab: Followed, ms: number): void {
    tab.timer = setTimeout(() => void ask(tab), ms);
  }

  function tell(): void {
    const all = [...tabs.values()];
    const is = (state: Followed['state']) => all.filter((tab) => tab.state === state);
    deps.onScan({
      isSearching: is('searching').length > 0,
      isScrolling: all.some(({ isScrolling }) => isScrolling),
      isAtEnd: all[0]?.isAtEnd === true,
      isFull: all.some(({ isFull }) => isFull),
      isReplaced: is('replaced').length > 0,
      unreachable: is('unreachable').length,
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
          isStopped: false,
        };
        tabs.set(id, tab);
        void ask(tab);
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
      for (const tab of tabs.values()) {
        if (tab.state !== 'unreachable') continue;
        clearTimeout(tab.timer);
        void ask(tab);
      }
    },
    stop() {
      for (const [id, tab] of tabs) leave(id, tab);
    },
  };
}
