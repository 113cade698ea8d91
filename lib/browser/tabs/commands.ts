import { type Browser, browser } from 'wxt/browser';
import { inContainer } from '../access/containers';

/** The active tab, as far as `activeTab` shows it. */
export interface ActivePage {
  tabId: number;
  frameId: number;
  pageUrl: string;
  pageTitle: string;
  frameUrl: string;
  /** Firefox container of the tab. */
  container?: string;
}

/** Name of the keyboard command in the manifest. */
const POINTER_COMMAND = 'upscale-under-pointer';
/** Name of the one that opens the picker. No keys are suggested: they would collide with others. */
const SEVERAL_COMMAND = 'choose-several';
/** The browser's name for the command that opens the popup. */
const POPUP_COMMAND = '_execute_action';

/** The top frame of the active tab of the focused window; undefined if there is none. */
export async function activePage(): Promise<ActivePage | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return undefined;
  return pageOf(tab, tab.id);
}

/**
 * Current shortcut of the command, as this system writes it.
 * @returns empty if it has none, or if the browser has no keyboard commands
 */
export function readShortcut(): Promise<string> {
  return keysOf(POINTER_COMMAND);
}

/** Current shortcut of the popup, in the same form. */
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
    listener(pageOf(tab, tab.id));
  });
}

/** The same for the command that opens the picker for the active tab. */
export function onSeveralCommand(listener: (tabId: number) => void): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === SEVERAL_COMMAND && tab?.id !== undefined) listener(tab.id);
  });
}

/** The top frame of a tab. */
function pageOf(tab: Browser.tabs.Tab, tabId: number): ActivePage {
  const { url: pageUrl = '', title: pageTitle = '' } = tab;
  return { tabId, frameId: 0, pageUrl, pageTitle, frameUrl: pageUrl, ...inContainer(tab) };
}
