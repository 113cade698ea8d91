import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { backgroundMessages } from '@/lib/i18n/all-messages';
import { findFirefox } from '@/scripts/browsers/browser';
import type { FirefoxStage } from '@/scripts/browsers/firefox-stage';
import type { FirefoxTab } from '@/scripts/browsers/firefox-tab';
import { SIXTY } from '@/simulator/pages/sixty-page';
import { numberIn, numberOf } from '@/simulator/pictures/numbered';
import { countsIn, wordsIn } from './support/batch-row';
import { firefoxOfFile } from './support/firefox-of-file';
import { zipEntries } from './support/zip-entries';

vi.setConfig({ testTimeout: 240_000 });

const PATIENCE = { timeout: 90_000, interval: 200 };
/** The pictures that are ticked; those from 11 on have one name. */
const FIRST = 1;
const LAST = 14;

const openStage = firefoxOfFile();

/** Runs in a page: what a person types into a field, or chooses in a list. */
function enter(selector: string, value: string): void {
  const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
  if (!field) throw new Error(`no ${selector}`);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Runs in a page. */
function click(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector}`);
  element.click();
}

const textOf = (tab: FirefoxTab, selector: string) =>
  tab.evaluate((of: string) => document.querySelector(of)?.textContent ?? '', selector);

/** Opens the picker, ticks with the keyboard, and starts with a limit. */
async function start(on: FirefoxStage, credits: number): Promise<void> {
  const page = await on.openGallery('/sixty');
  const { parent, several } = backgroundMessages('en').menu;
  await on.rightClick(page, '#picture-1', [parent, several]);
  const picker = await on.tabAt(/picker\.html/);
  const count = LAST - FIRST + 1;
  await expect.poll(() => textOf(picker, '.picker-ticks__count'), PATIENCE).toMatch(`${SIXTY} of`);
  await picker.evaluate(
    (at: number) => document.querySelector<HTMLElement>(`[aria-posinset="${at}"]`)?.focus(),
    FIRST,
  );
  on.press('space', ...Array<string>(count - 1).fill('shift+Right'));
  await expect.poll(() => textOf(picker, '.picker-start')).toMatch(`${count} ticked`);
  await picker.evaluate(enter, '.picker-start .number-field', String(credits));
  await picker.clickButton('.picker-start', `Upscale ${count}`);
  await expect.poll(() => textOf(picker, '.picker-start'), PATIENCE).toMatch(`${count} added`);
}

/** The files of the only ZIP, chosen by the oldest row first. */
async function saveZip(on: FirefoxStage, popup: FirefoxTab, count: number) {
  await popup.evaluate(enter, '.history-bar__sort', 'oldest');
  await popup.clickButton('.history-bar', 'Select');
  await popup.evaluate(click, '.selection-bar__all input');
  await popup.clickButton('.selection-bar', 'More ways to save');
  await popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role=menuitem]')]
      .find(({ textContent }) => textContent === 'Save as ZIP')
      ?.click(),
  );
  await expect.poll(() => textOf(popup, '.zip-bar'), PATIENCE).toMatch(`${count} images are in`);
  const [zip = ''] = readdirSync(on.downloads).filter((name) => name.endsWith('.zip'));
  return zipEntries(readFileSync(join(on.downloads, zip)));
}

/** Reads the batch as pages: a strip, then from right to left, with real keys. */
async function read(on: FirefoxStage, popup: FirefoxTab, count: number): Promise<void> {
  await popup.evaluate(click, '.batch-row__toggle');
  await popup.clickButton('.batch-row', 'Read');
  const reader = await on.tabAt(/reader\.html/);
  const position = () => textOf(reader, '.reader-pager__position');
  const pageIs = (page: number) => expect.poll(position, PATIENCE).toBe(`Page ${page} of ${count}`);
  const widthShown = () =>
    reader.evaluate(
      () => document.querySelector<HTMLImageElement>('.reader-leaf img')?.naturalWidth ?? 0,
    );
  await pageIs(1);
  await expect.poll(widthShown, PATIENCE).toBeGreaterThan(2_000);
  on.press('End');
  await pageIs(count);
  await expect.poll(widthShown, PATIENCE).toBeGreaterThan(2_000);
  on.press('l', 'd', 'Right');
  await pageIs(count - 1);
  on.press('Left');
  await pageIs(count);
  await reader.close();
}

describe.skipIf(findFirefox() === undefined)('a batch in Firefox', () => {
  it('is stopped by its limit, outlives a kill, goes on when that is raised, and is saved as a ZIP', async () => {
    const stage = await openStage({ simulator: { processingMs: 300, slowMs: 1_000 } });
    const on = stage;
    const { submissions } = on.simulator;
    const count = LAST - FIRST + 1;
    await start(on, 7);
    await expect.poll(() => submissions.length, PATIENCE).toBeGreaterThanOrEqual(4);
    await on.killBrowser();
    // Cookies are written down at leisure; a login of long ago would still be there.
    await on.signIn();
    const popup = await on.openPopup();
    const countsAre = (wanted: object) =>
      expect.poll(() => countsIn(popup).catch(String), PATIENCE).toMatchObject(wanted);
    await countsAre({ found: count, done: 7, waiting: count - 7 });
    await expect.poll(() => wordsIn(popup)).toMatch(/next order could exceed the limit/);
    expect(submissions).toHaveLength(7);

    await popup.evaluate(enter, '.batch-row .number-field', '40');
    await popup.clickButton('.batch-row', 'Set limit');
    await countsAre({ found: count, done: count, waiting: 0 });
    const numbers = Array.from({ length: count }, (_, at) => FIRST + at);
    const uploads = new Map(on.simulator.uploads.map(({ uri, bytes }) => [uri, numberOf(bytes)]));
    expect(submissions.map(({ imageUri }) => uploads.get(imageUri))).toEqual(numbers);

    await read(on, popup, count);
    const entries = await saveZip(on, popup, count);
    expect(await Promise.all(entries.map(({ bytes }) => numberIn(bytes)))).toEqual(numbers);
    const distinct = new Set(entries.map(({ name }) => name.toLowerCase()));
    expect(distinct.size).toBe(count);
    expect([...distinct].filter((name) => name.startsWith('cover_2k'))).toHaveLength(LAST - 10);
  });
});
