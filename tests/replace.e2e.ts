import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { SIXTY } from '@/simulator/pages/sixty-page';
import { answerPrompt, button, rows, untilDone } from './support/history';

/** Results in the place of the originals: asked for in a tab, always on a site, and made while a person reads. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });

const PATIENCE = { timeout: 30_000, interval: 100 };
/** Longer than the replacer takes to look at a page and to ask, ms. */
const CALM_MS = 4_000;
/** The menu of the page's button takes a choice only after it was seen, ms. */
const SEEN_MS = 1_200;
/** Orders that reading may make, at one credit each. */
const BUDGET = 12;

let stage: Stage;
let popup: Page;

beforeAll(async () => {
  stage = await openStage({ simulator: { processingMs: 200, credits: { gift: 1_000 } } });
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

/** Opens the long page, and notes its errors and each shift of its layout. */
async function openSixty(): Promise<{ page: Page; errors: string[] }> {
  const page = await stage.openGallery('/sixty');
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.locator('#picture-33[src]').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value } = entry as PerformanceEntry & { value: number };
        Object.assign(window, { shift: (window as unknown as { shift: number }).shift + value });
      }
    }).observe({ type: 'layout-shift' });
  });
  return { page, errors };
}

const shiftOf = (page: Page) => page.evaluate(() => (window as unknown as { shift: number }).shift);
const domOf = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
/** A result is shown by a style, and nothing else of the image changes. */
const isReplaced = (page: Page, number: number) =>
  page
    .locator(`#picture-${number}`)
    .evaluate((image) => /url\("?blob:/.test(getComputedStyle(image).content));
/** Requests to the service, not those for the pictures of the page. */
const serviceRequests = () =>
  stage.simulator.requests.filter(({ url }) => new URL(url).hostname !== 'gallery.example').length;

async function menuItem(row: Locator, name: string | RegExp): Promise<Locator> {
  await button(row, 'More').click();
  return popup.getByRole('menuitem', { name });
}

describe('in Chromium', () => {
  it('a row shows its result on its page, and takes it back without a trace', async () => {
    const { page, errors } = await openSixty();
    await stage.upscale(page, '#picture-1', '2k');
    popup = await stage.openPopup();
    const row = await untilDone(popup, 30_000);
    await page.bringToFront();
    const [before, box] = [await domOf(page), await page.locator('#picture-1').boundingBox()];

    await popup.bringToFront();
    await (await menuItem(row, 'Show on the page')).click();
    await expect.poll(() => isReplaced(page, 1), PATIENCE).toBe(true);
    expect(await page.locator('#picture-1').boundingBox()).toEqual(box);
    await expect
      .poll(() => popup.getByText(/Shown in \d+ places? on the page/).count(), PATIENCE)
      .toBe(1);
    for (const other of [2, 3, 4]) expect(await isReplaced(page, other)).toBe(false);

    await popup.bringToFront();
    await (await menuItem(row, 'Show the originals again')).click();
    await expect.poll(() => isReplaced(page, 1), PATIENCE).toBe(false);
    expect(await domOf(page)).toBe(before);
    expect([await shiftOf(page), errors]).toEqual([0, []]);
    await page.close();
  });

  it('a site that is switched on shows results from the history, and nothing is requested for that', async () => {
    const first = await openSixty();
    expect(await isReplaced(first.page, 1)).toBe(false);
    await first.page.close();
    await popup.bringToFront();
    const row = rows(popup).first();
    const item = await menuItem(row, 'Always show results on gallery.example');
    await answerPrompt(stage, item, 'allow');
    await expect
      .poll(() => stage.allowedOrigins(), PATIENCE)
      .toContain('https://gallery.example/*');

    const requests = serviceRequests();
    const { page, errors } = await openSixty();
    await expect.poll(() => isReplaced(page, 1), PATIENCE).toBe(true);
    await page.waitForTimeout(CALM_MS);
    expect(serviceRequests()).toBe(requests);
    expect(errors).toEqual([]);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.close();
  });

  it('reads ahead only after a press and within its limit, and a reload requests nothing', async () => {
    const options = await stage.context.newPage();
    await options.goto(`chrome-extension://${stage.extensionId}/options.html#replace`);
    await options.getByLabel('Images to upscale ahead').fill('3');
    await options.getByLabel('At most (credits) per page').fill(String(BUDGET));
    await options.keyboard.press('Tab');
    await options.waitForTimeout(500);
    await options.close();

    const orders = () => stage.simulator.submissions.length;
    const [before, requests] = [orders(), serviceRequests()];
    const { page, errors } = await openSixty();
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(CALM_MS);
    expect([orders(), serviceRequests()]).toEqual([before, requests]);

    await pressAhead(page);
    await expect.poll(orders, PATIENCE).toBeGreaterThan(before);
    for (let number = 2; number <= 30; number += 1) {
      await page.locator(`#picture-${number}`).scrollIntoViewIfNeeded();
      await page.waitForTimeout(800);
    }
    await expect.poll(orders, { timeout: 120_000 }).toBe(before + BUDGET);
    await page.waitForTimeout(CALM_MS);
    expect(orders()).toBe(before + BUDGET);
    await popup.bringToFront();
    await popup.reload();
    await popup.getByText(/next order could exceed the limit of this batch/).waitFor();

    // Those that were made are shown, those beyond the limit stay as they are.
    await page.bringToFront();
    await page.locator('#picture-1').scrollIntoViewIfNeeded();
    await expect.poll(() => isReplaced(page, 2), PATIENCE).toBe(true);
    for (const number of [20, 25, 30]) {
      await page.locator(`#picture-${number}`).scrollIntoViewIfNeeded();
      await page.waitForTimeout(300);
      expect(await isReplaced(page, number)).toBe(false);
    }
    expect(errors).toEqual([]);

    const after = serviceRequests();
    await page.reload();
    for (let number = 1; number <= SIXTY; number += 6) {
      await page.locator(`#picture-${number}`).scrollIntoViewIfNeeded();
      await page.waitForTimeout(400);
    }
    await page.waitForTimeout(CALM_MS);
    expect([orders(), serviceRequests()]).toEqual([before + BUDGET, after]);
  });
});

/** Opens the menu of the page's button, in its corner, and chooses to upscale the next images. */
async function pressAhead(page: Page): Promise<void> {
  await page.bringToFront();
  const height = await page.evaluate(() => window.innerHeight);
  await page.mouse.click(36, height - 36);
  await page.waitForTimeout(SEEN_MS);
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(100);
  await page.keyboard.press('Enter', { delay: 50 });
}
