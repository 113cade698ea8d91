/**
 * What only the browser itself may do: functions that run with its rights. They are sent as source,
 * so each uses nothing but its arguments and Firefox's own globals.
 */

interface Point {
  x: number;
  y: number;
}

/** An element of the browser's own interface: it knows where on the screen it is, px. */
interface Widget extends Element {
  screenX: number;
  screenY: number;
}

interface MenuItem extends Widget {
  label: string;
  hidden: boolean;
  menupopup?: MenuPopup;
}

interface MenuPopup extends Element {
  state: 'open' | 'closed' | 'showing' | 'hiding';
}

interface Prompt extends Element {
  button: Widget;
  secondaryButton: Widget;
}

interface BrowserWindow extends Window {
  mozInnerScreenX: number;
  mozInnerScreenY: number;
  PopupNotifications: { panel: MenuPopup & { firstElementChild: Prompt } };
}

interface Extension {
  backgroundState: 'running' | 'starting' | 'stopped' | 'suspending';
  views: Iterable<{ viewType: string; xulBrowser: { messageManager: MessageManager } }>;
  terminateBackground(options: object): Promise<void>;
}

interface MessageManager {
  addMessageListener(name: string, listener: (message: { data: string }) => void): void;
  loadFrameScript(url: string, isDelayed: boolean): void;
}

declare const Services: {
  uuid: { generateUUID(): { toString(): string } };
  wm: { getMostRecentWindow(type: 'navigator:browser'): BrowserWindow };
  io: { offline: boolean };
};
declare const Cc: Record<string, { getService(type: unknown): never }>;
declare const Ci: Record<string, unknown>;
declare const ChromeUtils: {
  importESModule(url: string): { ExtensionPermissions: ExtensionPermissions };
};
declare const WebExtensionPolicy: { getByID(id: string): { extension: Extension } | null };

/** Trusts an authority. @param base64 its certificate, DER */
export function trustAuthority(base64: string): void {
  const certificates = Cc['@mozilla.org/security/x509certdb;1']?.getService(
    Ci.nsIX509CertDB,
  ) as unknown as { addCertFromBase64(base64: string, trust: string): void } | undefined;
  certificates?.addCertFromBase64(base64, 'CTu,,');
}

/**
 * Looks for an entry of the open context menu, below the given parents.
 * @returns the middle of the entry on the screen, px; undefined while it does not show
 */
export async function menuEntry(labels: string[]): Promise<Point | undefined> {
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  let popup = win.document.getElementById('contentAreaContextMenu') as MenuPopup | null;
  let entry: MenuItem | undefined;
  for (const label of labels) {
    if (popup?.state !== 'open') return undefined;
    const entries = [...popup.querySelectorAll('menuitem, menu')] as MenuItem[];
    // A price may follow the words.
    const isMeant = (each: MenuItem) => each.label === label || each.label.startsWith(`${label} `);
    entry = entries.find((each) => !each.hidden && isMeant(each));
    popup = entry?.menupopup ?? null;
  }
  if (!entry) return undefined;
  const { width, height } = entry.getBoundingClientRect();
  return { x: entry.screenX + width / 2, y: entry.screenY + height / 2 };
}

/** Labels of the entries of the open context menu, and of their submenus; undefined while it is not open. */
export function menuLabels(): string[] | undefined {
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  const popup = win.document.getElementById('contentAreaContextMenu') as MenuPopup | null;
  if (popup?.state !== 'open') return undefined;
  const entries = [...popup.querySelectorAll('menuitem, menu')] as MenuItem[];
  return entries.flatMap(({ label, hidden }) => (label && !hidden ? [label] : []));
}

/** Ends the event page, as half a minute without work does. */
export async function endBackground(id: string): Promise<void> {
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  if (extension?.backgroundState !== 'running') return;
  await extension.terminateBackground({
    ignoreDevToolsAttached: true,
    disableResetIdleForTest: true,
  });
}

/** What the event page is doing. */
export function backgroundState(id: string): string | undefined {
  return WebExtensionPolicy.getByID(id)?.extension.backgroundState;
}

/** Whether our page shows in a place that is no tab. */
export function hasView(id: string, type: 'popup' | 'sidebar'): boolean {
  const views = WebExtensionPolicy.getByID(id)?.extension.views ?? [];
  return [...views].some(({ viewType }) => viewType === type);
}

/** The middle of our button in the toolbar, on the screen, px; undefined while it is not there. */
export function toolbarButton(id: string): Point | undefined {
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  const button = win.document.querySelector(`[data-extensionid="${id}"]`);
  const box = button?.getBoundingClientRect();
  if (!box?.width) return undefined;
  return {
    x: win.mozInnerScreenX + box.x + box.width / 2,
    y: win.mozInnerScreenY + box.y + box.height / 2,
  };
}

/**
 * Runs an expression in the popup itself or in the sidebar, which no driver lists among its tabs.
 * @returns its value as JSON; undefined while it is not open, or does not answer
 */
export async function inView(
  id: string,
  type: 'popup' | 'sidebar',
  expression: string,
): Promise<string | undefined> {
  const views = WebExtensionPolicy.getByID(id)?.extension.views ?? [];
  const view = [...views].find(({ viewType }) => viewType === type);
  if (!view) return undefined;
  const { messageManager } = view.xulBrowser;
  const channel = `stage:${Services.uuid.generateUUID()}`;
  // The page's own policy forbids `eval` there; a sandbox beside it has none.
  const script = `
    const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    const value = Cu.evalInSandbox(${JSON.stringify(`JSON.stringify(${expression})`)}, sandbox);
    sendAsyncMessage(${JSON.stringify(channel)}, value);`;
  return new Promise((resolve) => {
    messageManager.addMessageListener(channel, ({ data }) => resolve(data));
    messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
    // One that closes, or has just begun to load, never answers.
    setTimeout(() => resolve(undefined), 5_000);
  });
}

/**
 * Where the prompt for a permission is answered.
 * @returns the middle of the button on the screen, px, and the words of the prompt; undefined while
 *   there is none
 */
export function permissionPrompt(isAllowed: boolean): { at: Point; words: string } | undefined {
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  const { panel } = win.PopupNotifications;
  if (panel.state !== 'open') return undefined;
  const prompt = panel.firstElementChild;
  const button = isAllowed ? prompt.button : prompt.secondaryButton;
  const { width, height } = button.getBoundingClientRect();
  const at = { x: button.screenX + width / 2, y: button.screenY + height / 2 };
  return { at, words: prompt.textContent ?? '' };
}

interface ExtensionPermissions {
  add(id: string, what: object, extension?: Extension): Promise<void>;
  remove(id: string, what: object, extension?: Extension): Promise<void>;
}

/** Takes host access back, as the page about:addons does. */
export async function revokeOrigins(id: string, origins: string[]): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  await ExtensionPermissions.remove(id, { origins, permissions: [] }, extension);
}

/** Gives host access, as the page about:addons does. */
export async function grantOrigins(id: string, origins: string[]): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  await ExtensionPermissions.add(id, { origins, permissions: [] }, extension);
}

/** Takes the network away, or gives it back, as File > Work Offline does. */
export function setOffline(isOffline: boolean): void {
  Services.io.offline = isOffline;
}
