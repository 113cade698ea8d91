/** Starts a Firefox of its own, with a throw-away home, and opens a Marionette session with it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFirefox } from './browser';
import { connectMarionette, type Marionette } from './firefox-marionette';

export interface FirefoxOptions {
  /** Folder of this browser alone; it survives a restart. */
  profile: string;
  /** Port of this machine to which every host's 443 leads. */
  httpsPort: number;
  downloads: string;
  /** Where windows are shown. */
  env: NodeJS.ProcessEnv;
  /** The host in the `moz-extension:` addresses of an extension, by its id. */
  hosts: Readonly<Record<string, string>>;
  /** Further preferences. */
  preferences?: Readonly<Record<string, string | number | boolean>>;
}

export interface RunningFirefox {
  marionette: Marionette;
  /** Ends it as a person does, and waits until it is gone. */
  quit(): Promise<void>;
  /** Ends it without warning, as a power cut does. */
  kill(): Promise<void>;
}

const START_MS = 90_000;
const QUIT_MS = 20_000;

/** @throws if there is no Firefox, or it does not start */
export async function launchFirefox(options: FirefoxOptions): Promise<RunningFirefox> {
  const program = findFirefox();
  if (!program) throw new Error('No Firefox found; run "tsx scripts/browsers/browser.ts ensure".');
  if (!existsSync(options.profile)) {
    const copied = (file: string) => !LEFT_OUT.some((name) => file.endsWith(`/${name}`));
    const from = await startedProfile(program, options);
    cpSync(from, options.profile, { recursive: true, filter: copied });
  }
  return launch(program, options);
}

/** Of a profile that ran: locks, what is written anew, and what it said. */
const LEFT_OUT = ['lock', '.parentlock', 'MarionetteActivePort', 'user.js', 'console.log'];

/**
 * A profile in which this Firefox has started once, with no extension and no history. The first start in
 * a profile takes three times as long as the second, so it is made once and kept where npm packages
 * keep what can be made again.
 */
async function startedProfile(program: string, options: FirefoxOptions): Promise<string> {
  const version = execFileSync(program, ['--version']).toString().replace(/\W+/g, '-');
  const parent = join(process.cwd(), 'node_modules/.cache/firefox-profile');
  const kept = join(parent, version);
  if (existsSync(kept)) return kept;
  mkdirSync(parent, { recursive: true });
  const fresh = mkdtempSync(join(parent, 'new-'));
  const browser = await launch(program, { ...options, profile: fresh, hosts: {}, preferences: {} });
  await browser.marionette.send('WebDriver:NewWindow', { type: 'tab', focus: true });
  await browser.quit();
  try {
    renameSync(fresh, kept);
  } catch {
    // Another test file was quicker.
    rmSync(fresh, { recursive: true, force: true });
  }
  return kept;
}

async function launch(program: string, options: FirefoxOptions): Promise<RunningFirefox> {
  const { profile } = options;
  // It would name the port of the run before.
  rmSync(join(profile, 'MarionetteActivePort'), { force: true });
  writePreferences(options);
  const home = join(profile, 'home');
  mkdirSync(home, { recursive: true });
  const log = openSync(logOf(profile), 'a');
  const child = spawn(
    program,
    [
      '--marionette',
      // Without it no extension page can be visited and no menu be looked at.
      '--remote-allow-system-access',
      '--no-remote',
      '--new-instance',
      '--profile',
      profile,
    ],
    {
      stdio: ['ignore', log, log],
      env: { ...options.env, HOME: home, MOZ_CRASHREPORTER_DISABLE: '1', MOZ_ENABLE_WAYLAND: '0' },
    },
  );
  closeSync(log);
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve())).then(() => {
    process.off('exit', killWithUs);
  });

  const marionette = await connectMarionette(await activePort(child, profile));
  // Flat: the `alwaysMatch` of WebDriver is geckodriver's business and is ignored here.
  await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: false });
  await marionette.send('WebDriver:SetTimeouts', { script: 60_000, pageLoad: 60_000 });

  return {
    marionette,
    async quit() {
      // The answer may be cut off by the end it asked for.
      void marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      await Promise.race([gone, sleep(QUIT_MS, undefined, { ref: false })]);
      child.kill('SIGKILL');
      await gone;
      marionette.close();
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
      marionette.close();
    },
  };
}

/** What an extension has reported as a bug, and what its code has thrown. Not what Firefox itself says. */
export function consoleErrors(profile: string): string[] {
  const lines = readFileSync(logOf(profile), 'utf8').split('\n');
  return lines.filter((line) =>
    /^(console\.error: "\[upscale-with-dreamina\]|JavaScript error: moz-extension:)/.test(line),
  );
}

const logOf = (profile: string) => join(profile, 'console.log');

function writePreferences({ httpsPort, downloads, hosts, profile, ...rest }: FirefoxOptions): void {
  const preferences = {
    // Any free port; it is written to the profile.
    'marionette.port': 0,
    // Every name leads to this machine, so nothing reaches the network.
    'network.dns.forceResolve': '127.0.0.1',
    'network.socket.forcePort': `443=${httpsPort}`,
    // Without the network there is no service either, although it is on this machine.
    'network.disable-localhost-when-offline': true,
    'extensions.webextensions.uuids': JSON.stringify(hosts),
    // Ours is not signed; only an add-on that is installed for good outlives a restart.
    'xpinstall.signatures.required': false,
    // Prompts take no click at first, lest they be answered by mistake; nobody is surprised here.
    'security.notification_enable_delay': 0,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.alwaysOpenPanel': false,
    'browser.startup.page': 0,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.aboutwelcome.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.sessionstore.resume_from_crash': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'app.update.disabledForTesting': true,
    // What the extension's pages write is read by `consoleErrors`.
    'devtools.console.stdout.content': true,
    ...rest.preferences,
  };
  mkdirSync(profile, { recursive: true });
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
}

/** Waits for the port that Firefox writes down as soon as it listens. */
async function activePort(child: ChildProcess, profile: string): Promise<number> {
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  for (const end = Date.now() + START_MS; Date.now() < end; await sleep(50)) {
    if (failure) throw failure;
    if (child.exitCode !== null) {
      const log = readFileSync(logOf(profile), 'utf8').slice(-2_000);
      throw new Error(`Firefox ended with ${child.exitCode}: ${log}`);
    }
    try {
      const port = Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8'));
      if (port > 0) return port;
    } catch {
      // Not written yet.
    }
  }
  child.kill('SIGKILL');
  throw new Error(`Firefox did not start within ${START_MS} ms`);
}
