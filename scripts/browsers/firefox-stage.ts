import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messagesFor } from '@/lib/i18n/all-messages';
import { SITE_NAMES, SITES, type SiteName } from '@/lib/jimeng/model/sites';
import { startServer } from '@/simulator/command-line/server';
import { createSimulator, type Simulator, type SimulatorOptions } from '@/simulator/simulator';
import { openDisplay } from './display';
import { addCookies, CONTAINER, openInContainer } from './firefox-containers';
import { createFirefoxHand, type FirefoxHand } from './firefox-hand';
import { consoleErrors, launchFirefox } from './firefox-launch';
import {
  backgroundState,
  endBackground,
  grantOrigins,
  revokeOrigins,
  setOffline,
  trustAuthority,
} from './firefox-privileged';
import { createFirefoxSession, type FirefoxSession } from './firefox-session';
import { type FirefoxTab, firefoxTab, openFirefoxTab } from './firefox-tab';
import { until } from './firefox-wait';
import { writeXpi } from './firefox-xpi';
import type { Asking } from './gestures';
import { originsOf } from './site-origins';
import { STAGE_SESSIONS, VALID_SESSIONS } from './stage-sessions';

/** The production build, the simulator behind the real host names and TLS, and a real Firefox. */
export interface FirefoxStage extends FirefoxHand {
  simulator: Simulator;
  /** Folder into which the browser saves. */
  downloads: string;
  /** Opens the popup's page in a tab of its own. */
  openPopup(): Promise<FirefoxTab>;
  openGallery(path?: string): Promise<FirefoxTab>;
  openTab(url: string): Promise<FirefoxTab>;
  /** A tab that is open already; waits for it. */
  tabAt(address: RegExp): Promise<FirefoxTab>;
  /** Gives the browser the cookies of a login, as signing in on a site does. @param site default: that of the stage */
  signIn(site?: SiteName): Promise<void>;
  /** The same in the container of the stage (`CONTAINER`), whose cookies are its own. */
  signInToContainer(site?: SiteName): Promise<void>;
  /** Opens a tab of that container. @param url not open elsewhere */
  openInContainer(url: string): Promise<FirefoxTab>;
  /** A real right click, and the choice of a size with the real menu. */
  upscale(tab: FirefoxTab, selector: string, target?: '2k' | '4k', how?: Asking): Promise<void>;
  /** Takes host access back, as a person can at any time. */
  revoke(origins: string[]): Promise<void>;
  setOffline(isOffline: boolean): Promise<void>;
  /** Ends the event page; the next event starts a new one with an empty memory. */
  killWorker(): Promise<void>;
  /** Whether the event page runs. */
  isWorkerRunning(): Promise<boolean>;
  /** Ends the whole browser and starts it again with the same profile. */
  restartBrowser(): Promise<void>;
  /** The same, but its process is killed without warning, as by a power cut. */
  killBrowser(): Promise<void>;
  /** What pages and background have reported to the console. */
  consoleErrors(): string[];
  /** Saved files, oldest name first. */
  savedFiles(): string[];
  close(): Promise<void>;
}

export interface FirefoxStageOptions {
  simulator?: SimulatorOptions;
  isSignedIn?: boolean;
  /** Whether the person has gone through the welcome page already; default yes. */
  isWelcomed?: boolean;
  /** Where the person has an account; default Jimeng. */
  site?: SiteName;
  /** Sites that may be accessed before the welcome; default none. */
  allowed?: readonly SiteName[];
  preferences?: Readonly<Record<string, string | number | boolean>>;
  /** Folder of the built extension; default that of `npm run build`. */
  build?: string;
}

const BUILD = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
/** The host in the extension's own addresses. Any will do, as long as it is known. */
const HOST = '3d5c2f0e-7b1a-4c55-9e0c-6a2f4b8d1e90';

/** Builds nothing: the extension must have been built before. */
export async function openFirefoxStage(options: FirefoxStageOptions = {}): Promise<FirefoxStage> {
  const build = options.build ?? BUILD;
  if (!existsSync(join(build, 'manifest.json'))) throw new Error('Run "npm run build" first.');
  const id = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'))
    .browser_specific_settings.gecko.id as string;
  const folder = mkdtempSync(join(tmpdir(), 'upscale-firefox-'));
  const downloads = join(folder, 'downloads');
  mkdirSync(downloads);
  const profile = join(folder, 'profile');
  const addOn = join(folder, 'extension.xpi');
  writeXpi(build, addOn);

  const simulator = createSimulator({ sessions: VALID_SESSIONS, ...options.simulator });
  const server = await startServer(simulator);
  const display = await openDisplay(true);

  async function start() {
    const browser = await launchFirefox({
      profile,
      downloads,
      httpsPort: server.port,
      env: display.env,
      hosts: { [id]: HOST },
      ...(options.preferences && { preferences: options.preferences }),
    });
    return { browser, session: createFirefoxSession(browser.marionette) };
  }
  let { browser, session } = await start();

  const { site = 'jimeng' } = options;
  const stage: FirefoxStage = {
    ...createFirefoxHand(display, () => session, id),
    simulator,
    downloads,

    openPopup: () => openFirefoxTab(session, `moz-extension://${HOST}/popup.html`),
    openGallery: (path = '/') =>
      openFirefoxTab(session, new URL(path, 'https://gallery.example').href),
    openTab: (url) => openFirefoxTab(session, url),
    tabAt: (address) => tabAt(session, address),

    async signIn(at = site) {
      const [{ origin, page }] = SITES[at];
      const tab = await openFirefoxTab(session, origin + page.path);
      const expiry = Math.floor(Date.now() / 1_000) + 86_400;
      for (const given of simulator.cookiesOf(at, STAGE_SESSIONS[at])) {
        const { name, value, domain, isSession } = given;
        const cookie = { name, value, domain, path: '/', httpOnly: isSession, expiry };
        await session.inTab(tab.handle, (marionette) =>
          marionette.send('WebDriver:AddCookie', { cookie }),
        );
      }
      await tab.close();
    },

    async signInToContainer(at = site) {
      const cookies = simulator.cookiesOf(at, STAGE_SESSIONS[at]);
      const expiry = Date.now() + 86_400_000;
      await session.privileged(addCookies, cookies, CONTAINER.userContextId, expiry);
    },

    async openInContainer(url) {
      await session.privileged(openInContainer, url, CONTAINER.userContextId);
      const tab = await tabAt(session, new RegExp(`^${RegExp.escape(url)}$`));
      await tab.bringToFront();
      return tab;
    },

    async upscale(tab, selector, target = '2k', how) {
      const { parent, targets } = messagesFor('en').menu;
      await stage.rightClick(tab, selector, [parent, targets[target]], how);
    },

    revoke: (origins) => session.privileged(revokeOrigins, id, origins),
    setOffline: (isOffline) => session.privileged(setOffline, isOffline),
    killWorker: () => session.privileged(endBackground, id),
    isWorkerRunning: async () => (await session.privileged(backgroundState, id)) === 'running',

    async restartBrowser() {
      await browser.quit();
      ({ browser, session } = await start());
    },

    async killBrowser() {
      await browser.kill();
      ({ browser, session } = await start());
    },

    consoleErrors: () => consoleErrors(profile),

    savedFiles: () =>
      readdirSync(downloads)
        .filter((name) => !name.endsWith('.part'))
        .sort()
        .map((name) => join(downloads, name)),

    async close() {
      await browser.quit();
      await server.close();
      display.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };

  try {
    const authority = server.authority.replace(/-----[^-]+-----|\s/g, '');
    await session.privileged(trustAuthority, authority);
    await session.alone((marionette) =>
      marionette.send('Addon:Install', { path: addOn, temporary: false }),
    );
    for (const site of options.allowed ?? []) {
      await session.privileged(grantOrigins, id, originsOf(site));
    }
    if (options.isWelcomed ?? true) await agree(stage, site);
    if (options.isSignedIn ?? true) await stage.signIn();
  } catch (error) {
    const errors = stage.consoleErrors();
    await stage.close();
    throw new Error(`the stage could not be set; the console says: ${errors.join('\n')}`, {
      cause: error,
    });
  }
  return stage;
}

/** Goes through the welcome page that an install opens, as a person does. */
async function agree(stage: FirefoxStage, site: SiteName): Promise<void> {
  const welcome = await stage.tabAt(/\/welcome\.html/);
  for (const next of ['#ready', '#start', '']) {
    const names = await until(async () => {
      const found = await welcome.buttons('.welcome__ways');
      return found.length > 0 ? found : undefined;
    }, 'the welcome page');
    await welcome.clickButton('.welcome__ways', names.at(-1) ?? '');
    if (next) await until(async () => (await welcome.url()).endsWith(next) || undefined, next);
    if (next === '#ready') await allowSite(stage, welcome, site);
  }
}

/** Says where the account is, and answers the prompt for that site with yes. */
async function allowSite(stage: FirefoxStage, welcome: FirefoxTab, site: SiteName): Promise<void> {
  await welcome.evaluate(chooseOption, SITE_NAMES.indexOf(site));
  const isDone = () => welcome.evaluate(isFirstTaskDone);
  await until(async () => ((await isDone()) === undefined ? undefined : true), 'the hosts');
  if (!(await isDone())) {
    const [allow = ''] = await welcome.buttons(FIRST_TASK);
    await welcome.clickButton(FIRST_TASK, allow);
    await stage.answerPrompt(true);
  }
  await until(async () => (await isDone()) || undefined, 'access to the site');
}

const FIRST_TASK = '.welcome__tasks > li:first-child';

/** Runs in the page. */
function chooseOption(index: number): void {
  const radios = document.querySelectorAll<HTMLInputElement>('.welcome__option input');
  radios[index]?.click();
}

/** Runs in the page: whether the site may be accessed; undefined before the page asks for that. */
function isFirstTaskDone(): boolean | undefined {
  const task = document.querySelector<HTMLElement>('.welcome__tasks > li:has(.site-hosts)');
  return task ? task.dataset.done === 'true' : undefined;
}

async function tabAt(session: FirefoxSession, address: RegExp): Promise<FirefoxTab> {
  return until(async () => {
    const handles = await session.alone((marionette) =>
      marionette.send('WebDriver:GetWindowHandles'),
    );
    for (const handle of handles as string[]) {
      const tab = firefoxTab(session, handle);
      if (address.test(await tab.url())) return tab;
    }
    return undefined;
  }, `a tab at ${address}`);
}
