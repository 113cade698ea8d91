import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from './browser';

/** How long a started browser is given to start the worker. */
const AWAKE_MS = 10_000;

/** Host access that a person gave to an extension in an earlier session of the browser. */
export interface GrantedAccess {
  /** Folder of the unpacked extension. */
  extension: string;
  /** Match patterns. */
  origins: readonly string[];
}

/**
 * Real file names and no questions: Playwright would rename every download to a GUID.
 * @param access written as Chromium itself stores it; only on Linux does it believe a profile that it has not signed
 */
export function prepareProfile(profile: string, downloads: string, access?: GrantedAccess): void {
  mkdirSync(downloads, { recursive: true });
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = {
    download: { default_directory: downloads, prompt_for_download: false },
    extensions: {
      ui: { developer_mode: true },
      ...(access && { settings: grantedSettings(access) }),
    },
  };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

function grantedSettings({ extension, origins }: GrantedAccess) {
  const permissions = {
    api: [],
    explicit_host: origins,
    manifest_permissions: [],
    scriptable_host: [],
  };
  return {
    [idOfFolder(extension)]: {
      active_permissions: permissions,
      granted_permissions: permissions,
      runtime_granted_permissions: permissions,
    },
  };
}

/** The id that Chromium gives an unpacked extension: the hash of its path, in the letters a to p. */
function idOfFolder(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return hash.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

export interface ChromiumOptions {
  /** Folder of the profile. */
  profile: string;
  /** Folder of the built extension. */
  extension: string;
  /** Of the simulator, to which all host names lead. */
  port: number;
  /** Environment in which the display is found. */
  env: NodeJS.ProcessEnv;
  language?: string;
  colorScheme?: 'light' | 'dark';
}

/** Starts Chromium with the extension and with all host names mapped to the simulator. */
export async function launchChromium({
  profile,
  extension,
  port,
  env,
  language = 'en-US',
  colorScheme = 'light',
}: ChromiumOptions): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('No Chromium found; run "tsx scripts/browsers/browser.ts ensure".');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: null,
    colorScheme,
    locale: language,
    env: { ...env, LANGUAGE: language.replace('-', '_') } as Record<string, string>,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...CHROMIUM_FLAGS,
      `--lang=${language}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
      '--ignore-certificate-errors',
      '--window-size=1280,900',
      '--window-position=20,20',
      '--hide-crash-restore-bubble',
    ],
  });
  const session = await context.browser()?.newBrowserCDPSession();
  await session?.send('Browser.setDownloadBehavior', { behavior: 'default' });
  await session?.detach();
  return context;
}

/** Waits for the worker that a start of the browser starts; one that came and went is not seen. */
export async function untilAwake(context: BrowserContext): Promise<void> {
  if (context.serviceWorkers().length > 0) return;
  await context.waitForEvent('serviceworker', { timeout: AWAKE_MS }).catch(() => undefined);
}

/** The id that the browser gave to the only extension with a worker. */
export async function findExtensionId(context: BrowserContext): Promise<string> {
  const [running] = context.serviceWorkers();
  const worker = running ?? (await context.waitForEvent('serviceworker'));
  return new URL(worker.url()).hostname;
}
