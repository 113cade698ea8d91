import { browser } from 'wxt/browser';
import { activePage } from '../tabs/commands';
import { runInFrame } from '../tabs/inject';

/** Firefox's own interface, which the types of Chrome do not know. */
interface Sidebar {
  open(): Promise<void>;
  isOpen(details: object): Promise<boolean>;
}

const sidebar = (): Sidebar | undefined =>
  (browser as unknown as { sidebarAction?: Sidebar }).sidebarAction;

/**
 * How the history is opened beside the page.
 * @returns the opener, to be called inside a click and before any `await`; undefined where the
 *   browser has no such place
 */
export async function panelOpener(): Promise<(() => Promise<void>) | undefined> {
  const firefox = sidebar();
  if (firefox) return () => firefox.open();
  // Chromium without the interface, such as some of its relatives.
  if (!browser.sidePanel?.open) return undefined;
  const { id: windowId } = await browser.windows.getCurrent();
  return windowId === undefined ? undefined : () => browser.sidePanel.open({ windowId });
}

/**
 * Whether the history is surely open beside the page in front. Chrome does not tell in which window a
 * panel is (`windowId` is -1, Chromium 156), so there every window has to have one.
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
 * Whether the extension may look into the page in front now. `activeTab` ends when the page is
 * left; the panel stays, and a click in it does not grant it anew.
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

/** Tells that another page has come to the front, or that the one in front has loaded anew. */
export function onPageChange(listener: () => void): void {
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onUpdated.addListener((_, { status }) => {
    if (status === 'loading') listener();
  });
}
