import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kill } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Locator, Page, Worker } from 'playwright';
import type { SiteName } from '@/lib/jimeng/model/sites';
import { startServer } from '@/simulator/command-line/server';
import { createSimulator, type Simulator, type SimulatorOptions } from '@/simulator/simulator';
import { findExtensionId, launchChromium, prepareProfile, untilAwake } from './chromium-launch';
import { createChromiumMenu, type MenuEntry } from './chromium-menu';
import { closePopup, hasPopup, killWorker, untilAsleep } from './chromium-targets';
import { type Display, openDisplay } from './display';
import { type Asking, type Clicking, COMMAND_KEYS } from './gestures';
import { originsOf } from './site-origins';
import { STAGE_SESSIONS, VALID_SESSIONS } from './stage-sessions';
import { agree, welcomePage } from './welcome';

/** The production build, the simulator behind the real host names, and a real Chromium. */
export interface Stage {
  simulator: Simulator;
  context: BrowserContext;
  extensionId: string;
  /** Folder into which the browser saves. */
  downloads: string;
  display: Display;
  /** Opens the popup in a tab of its own. */
  openPopup(): Promise<Page>;
  /** A page of the gallery, or the page at a whole address. */
  openGallery(path?: string): Promise<Page>;
  /** The welcome page, which an install opens by itself. */
  welcomePage(): Promise<Page>;
  /**
   * Gives the browser the cookies of a login, as signing in on a site does.
   * @param session of another account, if not the usual one
   * @param site default: the one of the stage
   */
  signIn(session?: string, site?: SiteName): Promise<void>;
  /** Takes them away. @param site default: the one of the stage */
  signOut(site?: SiteName): Promise<void>;
  /** A real right click, and the choice of a size with the real menu. */
  upscale(page: Page, selector: string, target?: '2k' | '4k', how?: Clicking): Promise<void>;
  /** A real right click in the middle of an element, and the choice of an entry of ours. */
  rightClick(page: Page, element: Locator, entry: MenuEntry, how?: Clicking): Promise<void>;
  /** The same, as far as our submenu. @returns chooses from the submenu */
  openMenu(
    page: Page,
    element: Locator,
    how?: Clicking,
  ): Promise<(entry: Exclude<MenuEntry, 'direct'>) => Promise<void>>;
  /** Opens the context menu of an element, and presses keys in it. */
  pressInMenu(page: Page, element: Locator, ...keys: string[]): Promise<void>;
  /** Points at the middle of an element, and presses the keys of the command. */
  pressCommand(page: Page, element: Locator, how?: Asking): Promise<void>;
  /** Moves the real pointer to the middle of an element, or rather of what lies on top of it. */
  pointAt(page: Page, element: Locator): Promise<void>;
  /** Moves the real pointer to a place in a page, px from the top left of its window. */
  moveTo(page: Page, place: { x: number; y: number }): Promise<void>;
  /** Whether the browser shows the popup itself, as opposed to its page in a tab. */
  isPopupOpen(): Promise<boolean>;
  /** Closes it, if it is open. */
  closePopup(): Promise<void>;
  /** Takes host access back, as a person can in the browser's settings. */
  revoke(origins: readonly string[]): Promise<void>;
  /** Match patterns of hosts that may be accessed. */
  allowedOrigins(): Promise<string[]>;
  /** Presses keys in the focused window, as a keyboard does. */
  press(...keys: string[]): void;
  /** The running service worker, started by asking if it sleeps. */
  worker(): Promise<Worker>;
  /** Kills the service worker; the next event starts a new one with an empty memory. */
  killWorker(): Promise<void>;
  /** Ends the whole browser and starts it again with the same profile. */
  restartBrowser(): Promise<void>;
  /** The same, but its process is killed without warning, as by a power cut. */
  killBrowser(): Promise<void>;
  /** Reloads the extension, which closes its pages; with a version, as an update to it does. */
  reloadExtension(version?: string): Promise<void>;
  /** Saved files, oldest name first. */
  savedFiles(): string[];
  close(): Promise<void>;
}

export interface StageOptions {
  simulator?: SimulatorOptions;
  /** Delay of every answer of the simulator, ms. */
  delayMs?: number;
  /** Speed of the line to the simulator, in each direction, Mbit/s; default: as fast as it goes. */
  mbit?: number;
  /** Interface language of the browser; default `en-US`. */
  language?: string;
  colorScheme?: 'light' | 'dark';
  isSignedIn?: boolean;
  /** Whether pages tell what becomes of their images; default no: a toast would lie over what is pointed at. */
  hasToasts?: boolean;
  /** Whether the person has gone through the welcome page already; default yes. */
  isWelcomed?: boolean;
  /** Where the person has an account; default Jimeng. */
  site?: SiteName;
  /** Sites that may be accessed before the first start; default that one, if the person was welcomed. */
  allowed?: readonly SiteName[];
  /** Match patterns of further hosts that may be accessed from the start; default none. */
  hosts?: readonly string[];
  /** The person's own display if there is one; default a virtual one. */
  isVisible?: boolean;
  /** Where the browser keeps its profile; default the system's folder for such things. */
  folder?: string;
  /** Where saved files go; default a temporary folder. */
  downloads?: string;
  /** Folder of the built extension; default that of `npm run build`. */
  build?: string;
}

const BUILD = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
/** How long a page may take to notice the pointer, ms. An image map, for one, is never what `:hover` names. */
const HOVER_MS = 1_000;
/** Builds nothing: the extension must have been built before. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const build = options.build ?? BUILD;
  if (!existsSync(join(build, 'manifest.json'))) throw new Error('Run "npm run build" first.');
  const folder = mkdtempSync(join(options.folder ?? tmpdir(), 'upscale-stage-'));
  const downloads = options.downloads ?? join(folder, 'downloads');
  // A copy, because an update changes it.
  const extension = join(folder, 'extension');
  cpSync(build, extension, { recursive: true });
  const profile = join(folder, 'profile');
  const { isWelcomed = true, site = 'jimeng' } = options;
  // Answering the real prompt takes 1.5 s more. tests/welcome.e2e.ts does.
  const { allowed = isWelcomed ? [site] : [] } = options;
  const origins = [...allowed.flatMap(originsOf), ...(options.hosts ?? [])];
  prepareProfile(profile, downloads, { extension, origins });

  const simulator = createSimulator({ sessions: VALID_SESSIONS, ...options.simulator });
  const server = await startServer(simulator, {
    delayMs: options.delayMs ?? 0,
    ...(options.mbit !== undefined && { mbit: options.mbit }),
  });
  const display = await openDisplay(!options.isVisible);
  const { xdotool } = display;
  const menu = createChromiumMenu(display);
  const start = () =>
    launchChromium({ profile, extension, port: server.port, env: display.env, ...options });
  let context = await start();
  const extensionId = await findExtensionId(context);

  const stage: Stage = {
    simulator,
    get context() {
      return context;
    },
    extensionId,
    downloads,
    display,

    async openPopup() {
      const page = await context.newPage();
      await page.setViewportSize({ width: 400, height: 600 });
      await page.goto(`chrome-extension://${extensionId}/popup.html`);
      return page;
    },

    async openGallery(path = '/') {
      const page = await context.newPage();
      await page.goto(new URL(path, 'https://gallery.example').href);
      await page.bringToFront();
      return page;
    },

    welcomePage: () => welcomePage(context),

    async signIn(session, at = site) {
      await context.addCookies(
        simulator.cookiesOf(at, session ?? STAGE_SESSIONS[at]).map((cookie) => ({
          name: cookie.name,
          value: cookie.value,
          domain: cookie.domain,
          path: '/',
          httpOnly: cookie.isSession,
          // Without a date it would be gone with the browser, and so would the login.
          expires: Math.floor(Date.now() / 1_000) + 86_400,
        })),
      );
    },

    async signOut(at = site) {
      for (const { name, domain } of simulator.cookiesOf(at, STAGE_SESSIONS[at])) {
        await context.clearCookies({ name, domain });
      }
    },

    async upscale(page, selector, target = '2k', how) {
      await page.bringToFront();
      await stage.rightClick(page, page.locator(selector), target, how);
    },

    async rightClick(page, element, entry, { awake = false, by = 'mouse' } = {}) {
      await stage.pointAt(page, element);
      if (!awake) await untilAsleep(context);
      await menu.choose(entry, by);
    },

    async openMenu(page, element, { awake = false, by = 'mouse' } = {}) {
      await stage.pointAt(page, element);
      if (!awake) await untilAsleep(context);
      return menu.open(by);
    },

    async pressInMenu(page, element, ...keys) {
      await page.bringToFront();
      await stage.pointAt(page, element);
      await menu.press(keys);
    },

    async pressCommand(page, element, { awake = false } = {}) {
      await page.bringToFront();
      await stage.pointAt(page, element);
      if (!awake) await untilAsleep(context);
      stage.press(COMMAND_KEYS);
    },

    async pointAt(page, element) {
      await element.scrollIntoViewIfNeeded();
      const box = await element.boundingBox();
      if (!box) throw new Error('nothing to point at');
      await stage.moveTo(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    },

    async moveTo(page, { x, y }) {
      const origin = await page.evaluate(() => {
        // Below and beside the page the window has a border of the same width.
        const border = (outerWidth - innerWidth) / 2;
        return { x: screenX + border, y: screenY + outerHeight - innerHeight - border };
      });
      const place = [origin.x + x, origin.y + y];
      xdotool('mousemove', ...place.map((at) => String(Math.round(at))));
      // The page hears of it with its next frame. On a busy machine that takes a while.
      await page.waitForFunction(isHovered, { x, y }, { timeout: HOVER_MS }).catch(() => undefined);
    },

    isPopupOpen: () => hasPopup(context),
    closePopup: () => closePopup(context),

    async revoke(origins) {
      // What the extension gives back itself, Chromium would grant again without a prompt.
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      for (const origin of origins) await page.evaluate(removeHostAccess, { extensionId, origin });
      await page.close();
    },

    async allowedOrigins() {
      const worker = await stage.worker();
      const { origins = [] } = await worker.evaluate(() => chrome.permissions.getAll());
      return origins;
    },

    press(...keys) {
      xdotool('key', '--delay', '80', ...keys);
    },

    async worker() {
      const [running] = context.serviceWorkers();
      return running ?? context.waitForEvent('serviceworker');
    },

    killWorker: () => killWorker(context),

    async restartBrowser() {
      await context.close();
      context = await start();
      await untilAwake(context);
    },

    async killBrowser() {
      const session = await context.browser()?.newBrowserCDPSession();
      const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
      const pid = processInfo.find(({ type }) => type === 'browser')?.id;
      if (!pid) throw new Error('no browser to kill');
      const gone = new Promise((resolve) => context.once('close', resolve));
      kill(pid, 'SIGKILL');
      await gone;
      context = await start();
      await untilAwake(context);
    },

    async reloadExtension(version) {
      const manifest = join(extension, 'manifest.json');
      const now = JSON.parse(readFileSync(manifest, 'utf8'));
      writeFileSync(manifest, JSON.stringify({ ...now, version: version ?? now.version }));
      const page = await stage.openPopup();
      const worker = context.waitForEvent('serviceworker');
      await page.evaluate(() => chrome.runtime.reload()).catch(() => {});
      await worker;
    },

    savedFiles: () =>
      readdirSync(downloads)
        .filter((name) => !name.endsWith('.crdownload'))
        .sort()
        .map((name) => join(downloads, name)),

    async close() {
      await context.close().catch(() => {});
      await server.close();
      display.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  if (isWelcomed) await agree(context, { site, press: stage.press });
  if (options.isSignedIn ?? true) await stage.signIn();
  if (!options.hasToasts) {
    const worker = await stage.worker();
    await worker.evaluate(async () => {
      const { settings } = await chrome.storage.local.get<Record<string, object>>('settings');
      await chrome.storage.local.set({ settings: { ...settings, isToastOn: false } });
    });
  }
  return stage;
}

/** Runs in the page of the browser's settings for extensions, and does what its button does. */
function removeHostAccess({ extensionId, origin }: { extensionId: string; origin: string }) {
  const { developerPrivate } = chrome as unknown as {
    developerPrivate: { removeHostPermission(id: string, host: string): Promise<void> };
  };
  return developerPrivate.removeHostPermission(extensionId, origin);
}

/** Runs in the page: whether it knows that the pointer is at this place. */
function isHovered({ x, y }: { x: number; y: number }): boolean {
  const hovered = document.querySelectorAll(':hover');
  return hovered[hovered.length - 1] === document.elementFromPoint(x, y);
}
