import { browser } from 'wxt/browser';
import { isPanelOpen } from './panel';

/** Pages that show the outcome of jobs. */
const PAGES = ['/popup.html', '/compare.html'];

/**
 * Whether the person is looking at a page of ours that shows the outcome of jobs: the
 * popup, the panel, or one of these pages in the active tab.
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
    // If the browser cannot tell, two messages are better than none.
    return false;
  }
}
