import { expect } from 'vitest';
import type { Simulator, SimulatorOptions } from '@/simulator/simulator';

/** The history, as the popup's page shows it. "The row" is its newest one. */
export interface HistoryDriver {
  /** What the row says; empty while there is none. */
  rowText(): Promise<string>;
  /** Accessible names of the row's buttons. */
  rowButtons(): Promise<string[]>;
  /** Presses a button of the row. */
  press(name: string): Promise<void>;
  /** Presses a button of the row that asks for a permission, and answers the browser's prompt. */
  pressAndAllow(name: string): Promise<void>;
}

/** One browser with the built extension, a gallery page and the popup's page, as a journey sees it. */
export interface Driver extends HistoryDriver {
  readonly simulator: Simulator;
  /** A real right click on a picture, and the choice of a size. */
  upscale(selector: string, target?: '2k' | '4k'): Promise<void>;
  /** Points at something on the page, and presses the keys of the command. */
  pressCommandOn(selector: string): Promise<void>;
  /** Gives the popup a file, as its dialog does. */
  chooseFile(name: string, bytes: Buffer): Promise<void>;
  rowCount(): Promise<number>;
  /** Signs in on the service's own page, if need be by signing out first. Default: the main account. */
  signInOnSite(account?: string): Promise<void>;
  /** Takes the network away, or gives it back. */
  setOffline(isOffline: boolean): Promise<void>;
  /** Takes host access back, as a person can in the browser's settings. */
  revoke(patterns: string[]): Promise<void>;
  /** Everything the extension keeps, as one text. */
  everything(): Promise<string>;
  /** What the popup says above its rows. */
  notice(): Promise<string>;
  killWorker(): Promise<void>;
  restartBrowser(): Promise<void>;
  killBrowser(): Promise<void>;
  /** Saved files, oldest name first. */
  savedFiles(): string[];
  /** Bugs of ours that went to the console. */
  consoleErrors(): string[];
  close(): Promise<void>;
}

export interface DriverOptions {
  simulator?: SimulatorOptions;
  isSignedIn?: boolean;
}

/** Opens a browser for one journey, with the gallery's page at `gallery`. */
export type OpenDriver = (gallery: string, options: DriverOptions) => Promise<Driver>;

const INTERVAL_MS = 100;

/** Waits until the row says something. */
export async function untilRowSays(
  driver: HistoryDriver,
  words: RegExp,
  timeout = 30_000,
): Promise<void> {
  await expect.poll(() => driver.rowText(), { timeout, interval: INTERVAL_MS }).toMatch(words);
}

/** Waits until the row can be saved. */
export async function untilDone(driver: HistoryDriver, timeout = 30_000): Promise<void> {
  await expect
    .poll(() => driver.rowButtons(), { timeout, interval: INTERVAL_MS })
    .toContain('Save');
}

/** Waits for the orders that have reached the service. */
export async function untilOrdered(driver: Driver, count = 1): Promise<void> {
  await expect
    .poll(() => driver.simulator.submissions.length, { timeout: 15_000, interval: INTERVAL_MS })
    .toBe(count);
}

const ALLOW = /^Allow (?!on all)/;

/**
 * Allows each host that the row asks for, until it can be saved.
 * @returns the hosts
 */
export async function allowUntilDone(
  driver: HistoryDriver,
  timeout = 30_000,
): Promise<readonly string[]> {
  const hosts: string[] = [];
  let buttons: readonly string[] = [];
  const isNext = async () => {
    buttons = await driver.rowButtons();
    return buttons.some((name) => name === 'Save' || ALLOW.test(name));
  };
  for (;;) {
    await expect.poll(isNext, { timeout, interval: INTERVAL_MS }).toBe(true);
    const allow = buttons.find((name) => ALLOW.test(name));
    if (allow === undefined) return hosts;
    hosts.push(allow.replace(ALLOW, ''));
    await driver.pressAndAllow(allow);
    await expect.poll(() => driver.rowButtons(), { timeout }).not.toContain(allow);
  }
}

/** Saves the row. @returns path of the new file */
export async function save(driver: Driver): Promise<string> {
  await untilDone(driver);
  await driver.press('Save');
  await untilRowSays(driver, /Saved/);
  return driver.savedFiles().at(-1) ?? '';
}
