import { browser } from 'wxt/browser';
import { isPanelOpen } from './panel';

/** Pages that show the state of jobs. */
const PAGES = ['/popup.html', '/compare.html', '/reader.html'];

/**
 * Whether the person sees one of our pages that shows the state of jobs: the popup, the panel, or one of
 * them in the active tab.
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
    // Unknown in this browser: a notification too many is better than none.
    return false;
  }
}
