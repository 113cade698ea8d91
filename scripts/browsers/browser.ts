/**
 * Finds the browsers that tests and the demo run in, and installs what is
 * missing: `tsx scripts/browsers/browser.ts ensure`. Only Chromium must be there.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { argv, env, getuid, platform } from 'node:process';
import { fileURLToPath } from 'node:url';

/** Flags for every Chromium we start: no sandbox under root, and no calls home. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

function onPath(name: string): string | undefined {
  const folder = (env.PATH ?? '')
    .split(delimiter)
    .find((dir) => dir && existsSync(join(dir, name)));
  return folder && join(folder, name);
}

/** Path of the Chromium to use: `CHROMIUM`, else the system's, else Playwright's own; undefined if there is none. */
export function findChromium(): string | undefined {
  if (env.CHROMIUM) return env.CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const path = onPath(name);
    if (path) return path;
  }
  return playwrightChromium();
}

/**
 * Path of the Firefox to use: `FIREFOX_BIN`, else the system's; undefined if there is none. It has to
 * be one that takes unsigned add-ons: an ESR, a Developer Edition or a Nightly.
 */
export function findFirefox(): string | undefined {
  return env.FIREFOX_BIN ?? onPath('firefox-esr') ?? onPath('firefox-developer-edition');
}

function playwrightChromium(): string | undefined {
  const probe = spawnSync(
    'node',
    ['-e', "process.stdout.write(require('playwright').chromium.executablePath())"],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8' },
  );
  return probe.status === 0 && existsSync(probe.stdout) ? probe.stdout : undefined;
}

/** Whether a window can be shown: on Linux that takes a display. */
export function hasDisplay(): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Programs a headed run under Xvfb needs besides Chromium, and Debian's packages for them. */
const DEBIAN_PACKAGES = {
  chromium: 'chromium',
  Xvfb: 'xvfb',
  xdotool: 'xdotool',
  openbox: 'openbox',
} as const;

function missingPrograms(): (keyof typeof DEBIAN_PACKAGES)[] {
  const programs = Object.keys(DEBIAN_PACKAGES) as (keyof typeof DEBIAN_PACKAGES)[];
  return programs.filter((name) => (name === 'chromium' ? !findChromium() : !onPath(name)));
}

function isDebianRoot(): boolean {
  return platform === 'linux' && getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function install(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(', ')} with apt-get ...`);
  const options = { stdio: 'inherit', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', ...packages], options);
}

/** Installs Firefox where that is possible; the tests that need one say so where it is not. */
function ensureFirefox(): void {
  if (findFirefox()) return;
  try {
    if (isDebianRoot()) install(['firefox-esr']);
  } catch {
    // Such as no network, or no such package in Ubuntu's archive.
  }
  if (!findFirefox()) {
    console.log('No Firefox ESR: its tests are skipped. Install one, or set FIREFOX_BIN to one.');
  }
}

/** Installs what is missing, or says in one sentence what the person has to install. */
function ensure(): void {
  const missing =
    platform === 'linux' ? missingPrograms() : findChromium() ? [] : ['chromium' as const];
  if (missing.length === 0) return;
  if (isDebianRoot()) {
    install([...missing.map((name) => DEBIAN_PACKAGES[name]), 'fonts-noto-cjk']);
    return;
  }
  if (missing.includes('chromium')) {
    console.log('No Chromium found: fetching the one Playwright ships ...');
    const fetched = spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
    if (fetched.status !== 0) {
      throw new Error('Install Chromium, or set CHROMIUM to the path of one, and start again.');
    }
  }
  const others = missing.filter((name) => name !== 'chromium');
  if (others.length > 0 && !hasDisplay()) {
    throw new Error(`Install ${others.join(', ')} (they stand in for a display) and start again.`);
  }
}

if (argv[1] === fileURLToPath(import.meta.url) && argv[2] === 'ensure') {
  ensure();
  ensureFirefox();
}
