import { browser } from 'wxt/browser';

/** Brings a tab to the front for a while, and our own page back. */
export interface TabTurn {
  front(): Promise<void>;
  /** Does nothing if the person has gone to another tab meanwhile. */
  back(): Promise<void>;
}

/** A page that nobody sees is not rendered, so it loads nothing while it is scrolled. */
export function createTabTurn(tabId: number): TabTurn {
  let own: number | undefined;

  return {
    async front() {
      const [page, tab] = await Promise.all([browser.tabs.getCurrent(), browser.tabs.get(tabId)]);
      // In another window it is seen already, if it is in front there.
      own = page?.windowId === tab.windowId ? page.id : undefined;
      if (!tab.active) await browser.tabs.update(tabId, { active: true });
    },

    async back() {
      const mine = own;
      own = undefined;
      if (mine === undefined) return;
      const { active } = await browser.tabs.get(tabId);
      if (active) await browser.tabs.update(mine, { active: true });
    },
  };
}
