import { browser } from 'wxt/browser';
import { activePage } from '../tabs/commands';
import { runInFrame } from '../tabs/inject';

/** Firefox's sidebar API, which the types of Chrome lack. */
interface Sidebar {
  open(): Promise<void>;
  isOpen(details: object): Promise<boolean>;
}

const sidebar = (): Sidebar | undefined =>
  (browser as unknown as { sidebarAction?: Sidebar }).sidebarAction;

/**
 * Prepares opening the history beside the page.
 * @returns the opener, to be called inside a click and before any `await`; undefined if the browser has
 *   no side panel
 */
export async function panelOpener(): Promise<(() => Promise<void>) | undefined> {
  const firefox = sidebar();
  if (firefox) return () => firefox.open();
  // Some browsers based on Chromium lack this API.
  if (!browser.sidePanel?.open) return undefined;
  const { id: windowId } = await browser.windows.getCurrent();
  return windowId === undefined ? undefined : () => browser.sidePanel.open({ windowId });
}

/**
 * Opens the history beside the page, for a keyboard command. Nothing may be awaited before the call.
 * @param windowId the window of the page
 * @returns whether it opened: some browsers have no side panel, and windows without a toolbar none either
 */
export async function openPanel(windowId: number | undefined): Promise<boolean> {
  const firefox = sidebar();
  try {
    if (firefox) await firefox.open();
    else if (windowId === undefined || !browser.sidePanel?.open) return false;
    else await browser.sidePanel.open({ windowId });
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether the history is open beside the active tab. Chrome does not report the window of a panel
 * (`windowId` is -1, Chromium 156), so there the answer is yes only if every window has one.
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
 * Whether the extension may access the active tab. `activeTab` ends when the page is left; the panel stays
 * open, and a click in it does not grant `activeTab` again.
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

/** Registers a listener for a change of the active tab, and for the loading of any tab. */
export function onPageChange(listener: () => void): void {
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onUpdated.addListener((_, { status }) => {
    if (status === 'loading') listener();
  });
}
