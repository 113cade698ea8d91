import { type Browser, browser } from 'wxt/browser';
import { inContainer } from '../access/containers';
import { COMMANDS, type CommandName, type HeardCommand } from './command-names';
import type { Shortcut } from './free-keys';

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

/**
 * Hears a keyboard command.
 * @param page the active tab of the window in front; undefined if it has none that we may see
 * @param windowId that window, if the browser tells it
 */
export type CommandListener = (page: ActivePage | undefined, windowId: number | undefined) => void;

/** Firefox only: sets keys without the browser's page of shortcuts. */
interface SettableCommands {
  update?(command: { name: string; shortcut: string }): Promise<void>;
}

/** The top frame of the active tab of the focused window; undefined if there is none. */
export async function activePage(): Promise<ActivePage | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return undefined;
  return pageOf(tab, tab.id);
}

/**
 * Current keys of "upscale under the pointer", as this system writes them.
 * @returns empty if it has none, or if the browser has no keyboard commands
 */
export async function readShortcut(): Promise<string> {
  const shortcuts = await readShortcuts();
  return shortcuts.find(({ name }) => name === 'upscale-under-pointer')?.keys ?? '';
}

/** All commands with their current keys; none if the browser has no keyboard commands. */
export async function readShortcuts(): Promise<Shortcut[]> {
  // Firefox for Android has no commands.
  const commands = (await browser.commands?.getAll()) ?? [];
  return COMMANDS.flatMap((name) => {
    const command = commands.find((each) => each.name === name);
    return command ? [{ name, keys: command.shortcut ?? '' }] : [];
  });
}

/** Whether `setShortcut` works: Firefox lets an extension set its own keys. */
export function canSetShortcuts(): boolean {
  return (browser.commands as SettableCommands | undefined)?.update !== undefined;
}

/** Sets the keys of a command. Rejects if the browser does not accept them. */
export async function setShortcut(name: CommandName, keys: string): Promise<void> {
  await (browser.commands as SettableCommands).update?.({ name, shortcut: keys });
}

/** Registers the listeners of all commands. Call it in the first synchronous turn. */
export function onCommands(listeners: Readonly<Record<HeardCommand, CommandListener>>): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (!isHeard(command)) return;
    const page = tab?.id === undefined ? undefined : pageOf(tab, tab.id);
    listeners[command](page, tab?.windowId);
  });
}

function isHeard(command: string): command is HeardCommand {
  return command !== '_execute_action' && COMMANDS.some((each) => each === command);
}

/** The top frame of a tab. */
function pageOf(tab: Browser.tabs.Tab, tabId: number): ActivePage {
  const { url: pageUrl = '', title: pageTitle = '' } = tab;
  return { tabId, frameId: 0, pageUrl, pageTitle, frameUrl: pageUrl, ...inContainer(tab) };
}
