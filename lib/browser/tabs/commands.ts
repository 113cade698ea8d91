import { browser } from 'wxt/browser';

/** The active page, as far as `activeTab` reveals it. */
export interface ActivePage {
  tabId: number;
  frameId: number;
  pageUrl: string;
  pageTitle: string;
  frameUrl: string;
}

/** Name of the keyboard command in the manifest. */
const POINTER_COMMAND = 'upscale-under-pointer';
/** The browser's own name for pressing the toolbar button. */
const POPUP_COMMAND = '_execute_action';

/** The top frame of the active tab of the focused window; undefined if there is none. */
export async function activePage(): Promise<ActivePage | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return undefined;
  const pageUrl = tab.url ?? '';
  return { tabId: tab.id, frameId: 0, pageUrl, pageTitle: tab.title ?? '', frameUrl: pageUrl };
}

/**
 * The shortcut in this system's notation; the person may have changed or removed it.
 * @returns empty if there is no shortcut, or no keyboard commands at all
 */
export function readShortcut(): Promise<string> {
  return keysOf(POINTER_COMMAND);
}

/** The same for the shortcut that opens the popup. */
export function readPopupShortcut(): Promise<string> {
  return keysOf(POPUP_COMMAND);
}

async function keysOf(command: string): Promise<string> {
  // Firefox for Android has no commands.
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.find(({ name }) => name === command)?.shortcut ?? '';
}

/** Registers a listener for the keyboard command. Call it in the first synchronous turn. */
export function onPointerCommand(listener: (page: ActivePage) => void): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== POINTER_COMMAND || tab?.id === undefined) return;
    const pageUrl = tab.url ?? '';
    listener({ tabId: tab.id, frameId: 0, pageUrl, pageTitle: tab.title ?? '', frameUrl: pageUrl });
  });
}
