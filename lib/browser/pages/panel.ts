import { browser } from 'wxt/browser';
import { activePage } from '../tabs/commands';
import { runInFrame } from '../tabs/inject';

/** Firefox's own API, which Chrome's types lack. */
interface Sidebar {
  open(): Promise<void>;
  isOpen(details: object): Promise<boolean>;
}

const sidebar = (): Sidebar | undefined =>
  (browser as unknown as { sidebarAction?: Sidebar }).sidebarAction;

/**
 * Finds the way to open the history beside the page.
 * @returns the opener, to be called inside a click and before any `await`; undefined where the
 *   browser has no side panel or sidebar
 */
export async function panelOpener(): Promise<(() => Promise<void>) | undefined> {
  const firefox = sidebar();
  if (firefox) return () => firefox.open();
  // Some Chromium-based browsers lack the API.
  if (!browser.sidePanel?.open) return undefined;
  const { id: windowId } = await browser.windows.getCurrent();
  return windowId === undefined ? undefined : () => browser.sidePanel.open({ windowId });
}

/**
 * Whether the history is certainly open beside the current page. Chrome does not report which window a
 * panel is in (`windowId` is -1, Chromium 156), so there every window must have one.
 */
export async function isPanelOpen(): Promise<boolean> {
  const firefox = sidebar();
  if (firefox) return firefox.isOpen({});
  if (!browser.sidePanel) return false;
  const [panels, windows] = await Promise.all([
    browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] }),
    browser.windows.getAll({ windowTypes: ['normal'] }),
  ]);
  return panels.length > 0 && panels.length >= windows.length;
}

/**
 * Whether the extension may access the current page. `activeTab` ends when the page is
 * left; the panel stays open, and a click in it does not grant access again.
 */
export async function canReachPage(): Promise<boolean> {
  const page = await activePage();
  if (!page) return false;
  try {
    return await runInFrame(page, () => true, []);
  } catch {
    return false;
  }
}

/** Calls back when another tab becomes active or the active one reloads. */
export function onPageChange(listener: () => void): void {
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onUpdated.addListener((_, { status }) => {
    if (status === 'loading') listener();
  });
}
