import { browser } from 'wxt/browser';
import { isPanelOpen } from './panel';

/** Pages that show what becomes of rows. */
const PAGES = ['/popup.html', '/compare.html'];

/**
 * Whether the person has a page of ours before their eyes that tells what becomes of rows: the
 * popup, the panel, or one of them in the tab in front.
 */
export async function isPageOfOursInFront(): Promise<boolean> {
  try {
    const [isPanel, contexts, [tab]] = await Promise.all([
      isPanelOpen(),
      browser.runtime.getContexts({ contextTypes: ['POPUP', 'TAB'] }),
      browser.tabs.query({ active: true, lastFocusedWindow: true }),
    ]);
    return (
      isPanel ||
      contexts.some(
        ({ contextType, documentUrl, tabId }) =>
          contextType === 'POPUP' ||
          (tabId === tab?.id && PAGES.includes(URL.parse(documentUrl ?? '')?.pathname ?? '')),
      )
    );
  } catch {
    // A browser that cannot be asked: telling twice is better than not at all.
    return false;
  }
}
