import { describe, expect, it, vi } from 'vitest';
import { findFirefox } from '@/scripts/browsers/browser';
import type { FirefoxTab } from '@/scripts/browsers/firefox-tab';
import { firefoxOfFile } from './support/firefox-of-file';

vi.setConfig({ testTimeout: 240_000 });

const PATIENCE = { timeout: 30_000, interval: 200 };
const ROW = 'li:first-of-type';
const PATTERN = 'https://gallery.example/*';

/** In a closed root of the page. */
const BUTTON = '.corner > .main';
const AHEAD = '.menu:not([hidden]) > [data-action="ahead"]';
const READING = '.corner[data-reading]';
/** Credits that reading ahead may cost. */
const LIMIT = 2;

const openStage = firefoxOfFile();

/** Runs in the page: whether an element shows a result, which is done by styles alone. */
function isReplaced(selector: string): boolean {
  const element = document.querySelector(selector);
  return element !== null && /url\("?blob:/.test(getComputedStyle(element).content);
}

const domOf = (page: FirefoxTab) => page.evaluate(() => document.documentElement.outerHTML);

describe.skipIf(findFirefox() === undefined)('results in pages of Firefox', () => {
  it('are shown for a row, taken back without a trace, shown on every visit of a site, and made ahead within a limit', async () => {
    const stage = await openStage({ simulator: { processingMs: 300 } });
    const page = await stage.openGallery('/lists/lazy');
    await stage.upscale(page, '#item-1', '2k');
    const popup = await stage.openPopup();
    const isDone = async () => (await popup.buttons(ROW)).includes('Save');
    await expect.poll(isDone, PATIENCE).toBe(true);
    const before = await domOf(page);
    const shown = (on: FirefoxTab) => () => on.evaluate(isReplaced, '#item-1');
    const choose = async (name: string) => {
      await popup.bringToFront();
      await popup.clickButton(ROW, 'More');
      await popup.clickButton('.menu', name);
    };

    await choose('Show on the page');
    await expect.poll(shown(page), PATIENCE).toBe(true);
    await choose('Show the originals again');
    await expect.poll(shown(page), PATIENCE).toBe(false);
    await expect.poll(() => domOf(page), PATIENCE).toBe(before);

    await choose('Always show results on gallery.example');
    await stage.answerPrompt(true);
    const allowed = () =>
      popup.evaluate(async (pattern: string) => {
        const { browser } = globalThis as unknown as { browser: typeof chrome };
        return browser.permissions.contains({ origins: [pattern] });
      }, PATTERN);
    await expect.poll(allowed, PATIENCE).toBe(true);
    const orders = stage.simulator.submissions.length;
    const again = await stage.openGallery('/lists/lazy');
    await expect.poll(shown(again), PATIENCE).toBe(true);
    expect(stage.simulator.submissions).toHaveLength(orders);

    // Reading ahead: two images further than the screen, and not more than the limit.
    const options = await stage.openTab((await popup.url()).replace('popup.html', 'options.html'));
    const fields = ['ahead', 'limit'].map((_, at) => `.options-row:nth-of-type(${at + 3}) input`);
    for (const [at, amount] of ['2', String(LIMIT)].entries()) {
      await stage.click(options, `.replace-sites__site ${fields[at]}`);
      stage.press(amount, 'Tab');
    }
    const chapter = await stage.openGallery('/chapter');
    // A press counts once the menu has been seen for a while: on a busy machine the first may come too early.
    const press = async () => {
      if (!(await chapter.middleOf(AHEAD))) await stage.click(chapter, BUTTON);
      expect(stage.simulator.submissions).toHaveLength(orders);
      await stage.click(chapter, AHEAD);
      return (await chapter.middleOf(READING)) !== null;
    };
    await expect.poll(press, PATIENCE).toBe(true);
    const made = () => stage.simulator.submissions.length - orders;
    await expect.poll(made, PATIENCE).toBe(LIMIT);
    await expect.poll(() => chapter.evaluate(isReplaced, '#page-1'), PATIENCE).toBe(true);
    expect(made()).toBe(LIMIT);
  });
});
