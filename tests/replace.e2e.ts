import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { backgroundMessages } from '@/lib/i18n/all-messages';
import { isServiceHost } from '@/lib/jimeng/model/sites';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { CHAPTER, LIST_SHAPES } from '@/simulator/pages/list-pages';
import { answerPrompt, button, rows, untilDone } from './support/history';
import { pageTree } from './support/page-tree';

/** Results in the place of the originals: asked for in a tab, always on a site, and made while a person reads. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });

const PATIENCE = { timeout: 30_000, interval: 100 };
/** Longer than the replacer takes to look at a page and to ask, ms. */
const CALM_MS = 3_000;
/** The menu of the page's button takes a choice only after it was seen, ms. */
const SEEN_MS = 1_200;
/** Orders that reading may make, at one credit each. */
const BUDGET = 12;
const OVER_LIMIT = backgroundMessages('en').replacer.pending.limit;
const GALLERY = 'https://gallery.example/*';

let stage: Stage;
let popup: Page;
/** What the lists are before anything is shown in them, by shape. */
const untouched = new Map<string, string>();

beforeAll(async () => {
  stage = await openStage({ simulator: { processingMs: 200, credits: { gift: 1_000 } } });
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

/** Opens a page of the gallery, and notes each shift of its layout from its start. */
async function open(path: string): Promise<Page> {
  const page = await stage.openGallery(path);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value } = entry as PerformanceEntry & { value: number };
        Object.assign(window, { shift: (window as unknown as { shift: number }).shift + value });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return page;
}

/** Shifts of the layout so far, and errors that the page has noted. */
const troubleOf = (page: Page) =>
  page.evaluate(() => ({
    shift: (window as unknown as { shift: number }).shift,
    errors: document.documentElement.dataset.errors,
  }));
const domOf = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
/** Results are shown by styles, and nothing else of an element changes. */
const isReplaced = (element: Locator) =>
  element.evaluate((each) => {
    const { content, backgroundImage } = getComputedStyle(each);
    return /url\("?blob:/.test(content + backgroundImage);
  });
const untilReplaced = (element: Locator, expected = true) =>
  expect.poll(() => isReplaced(element), PATIENCE).toBe(expected);
/** Endpoints of the service that were asked, in order; neither pictures of pages nor requests of the browser itself. */
const serviceRequests = () =>
  stage.simulator.requests
    .map(({ url }) => new URL(url))
    .filter(({ hostname }) => isServiceHost(hostname))
    .map(({ pathname }) => pathname);
const orders = () => stage.simulator.submissions.length;

async function menuItem(row: Locator, name: string): Promise<Locator> {
  await popup.bringToFront();
  await button(row, 'More').click();
  return popup.getByRole('menuitem', { name });
}

/** Opens the menu of the page's button, in its corner, and chooses an entry, from 0. */
async function press(page: Page, entry: 0 | 1): Promise<void> {
  await page.bringToFront();
  const height = await page.evaluate(() => window.innerHeight);
  await page.mouse.click(36, height - 36);
  await page.waitForTimeout(SEEN_MS);
  for (let at = 0; at < entry; at += 1) await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter', { delay: 50 });
}

describe('in Chromium', () => {
  it('a row shows its result on its page, and takes it back without a trace', async () => {
    for (const shape of LIST_SHAPES) {
      const page = await open(`/lists/${shape}`);
      untouched.set(shape, await domOf(page));
      await page.close();
    }
    const page = await open('/lists/lazy');
    const first = page.locator('#item-1');
    await stage.upscale(page, '#item-1', '2k');
    popup = await stage.openPopup();
    const row = await untilDone(popup, 30_000);
    await page.bringToFront();
    const [before, box] = [await domOf(page), await first.boundingBox()];

    await (await menuItem(row, 'Show on the page')).click();
    await expect
      .poll(() => popup.getByText(/Shown in \d+ places? on the page/).count(), PATIENCE)
      .toBe(1);
    await untilReplaced(first);
    expect(await first.boundingBox()).toEqual(box);
    expect(await isReplaced(page.locator('#item-2'))).toBe(false);

    await (await menuItem(row, 'Show the originals again')).click();
    await untilReplaced(first, false);
    await expect.poll(() => domOf(page), PATIENCE).toBe(before);
    expect(await troubleOf(page)).toEqual({ shift: 0 });
    await page.close();
  });

  it('a site that is switched on shows results of the history in every list, and requests nothing for that', async () => {
    const item = await menuItem(rows(popup).first(), 'Always show results on gallery.example');
    await answerPrompt(stage, item, 'allow');
    await expect.poll(() => stage.allowedOrigins(), PATIENCE).toContain(GALLERY);

    // The balance is read again after a change of access.
    await popup.waitForTimeout(CALM_MS);
    const requests = serviceRequests();
    for (const shape of LIST_SHAPES) {
      const page = await open(`/lists/${shape}`);
      const first = page.locator('#item-1, [data-number="1"]');
      await untilReplaced(first).catch((error: unknown) => {
        throw new Error(`nothing is shown in the list ${shape}`, { cause: error });
      });
      await page.waitForTimeout(CALM_MS);
      expect([shape, (await troubleOf(page)).shift]).toEqual([shape, 0]);
      await press(page, 0);
      await untilReplaced(first, false);
      await expect
        .poll(async () => ownDom(await domOf(page)), PATIENCE)
        .toBe(ownDom(untouched.get(shape) ?? ''));
      await press(page, 0);
      await untilReplaced(first);
      expect([shape, (await troubleOf(page)).errors]).toEqual([shape, undefined]);
      await page.close();
    }
    expect(serviceRequests()).toEqual(requests);
  });

  it.each(['', 'allow-scripts', 'allow-same-origin', 'allow-scripts allow-same-origin'])(
    'shows results in a page whose policy makes it a sandbox: %s',
    async (allow) => {
      const page = await stage.openGallery(`/sandbox?allow=${encodeURIComponent(allow)}`);
      const isShown = async () =>
        (await pageTree(page).lines()).some((line) => /"item-1".*blob:/.test(line));
      await expect.poll(isShown, PATIENCE).toBe(true);
      await page.close();
    },
  );

  it('shows no other picture’s result in a list that uses its nodes again', async () => {
    const page = await open('/lists/virtual');
    await untilReplaced(page.locator('[data-number="1"]'));
    for (const top of [3_000, 0, 5_000, 700, 0]) {
      await page.evaluate((to) => scrollTo(0, to), top);
      await page.waitForTimeout(500);
      const shown = page.locator('[data-number]');
      for (const node of await shown.all()) {
        const isFirst = (await node.getAttribute('data-number')) === '1';
        if (!isFirst) expect(await isReplaced(node)).toBe(false);
      }
    }
    await untilReplaced(page.locator('[data-number="1"]'));
    // The list itself moves its nodes.
    expect((await troubleOf(page)).errors).toBeUndefined();
    await page.close();
  });

  it('reads ahead only after a press and within its limit, and a reload requests nothing', async () => {
    const options = await stage.context.newPage();
    await options.goto(`chrome-extension://${stage.extensionId}/options.html#replace`);
    await options.getByLabel('Images to upscale ahead').fill('3');
    await options.getByLabel('At most (credits) per page').fill(String(BUDGET));
    await options.keyboard.press('Tab');
    // It shows the balance, which is read for that.
    await options.waitForTimeout(CALM_MS);
    await options.close();

    const [before, requests] = [orders(), serviceRequests()];
    const page = await open('/chapter');
    const pageAt = (number: number) => page.locator(`#page-${number}`);
    const read = async (pauseMs: number) => {
      for (let number = 1; number <= CHAPTER; number += 1) {
        await pageAt(number).scrollIntoViewIfNeeded();
        await page.waitForTimeout(pauseMs);
      }
    };
    await read(300);
    await page.waitForTimeout(CALM_MS);
    expect([orders(), serviceRequests()]).toEqual([before, requests]);

    await page.evaluate(() => scrollTo(0, 0));
    await press(page, 1);
    await expect.poll(orders, PATIENCE).toBeGreaterThan(before);
    expect(orders()).toBeLessThanOrEqual(before + 5);
    await read(800);
    await expect.poll(orders, { timeout: 120_000 }).toBe(before + BUDGET);
    await page.waitForTimeout(CALM_MS);
    expect(orders()).toBe(before + BUDGET);
    await popup.bringToFront();
    await popup.reload();
    await popup.getByText(/next order could exceed the limit of this batch/).waitFor();

    // Those that were made are shown, those beyond the limit stay as they are and say why.
    await page.bringToFront();
    for (let number = 1; number <= CHAPTER; number += 1) {
      await pageAt(number).scrollIntoViewIfNeeded();
      if (number <= BUDGET) await untilReplaced(pageAt(number));
      else {
        const isSaid = async () => {
          // What comes above it may move it away.
          await pageAt(number).scrollIntoViewIfNeeded();
          return pageTree(page).isNamedOn(pageAt(number), OVER_LIMIT);
        };
        await expect.poll(isSaid, { ...PATIENCE, message: `page ${number}` }).toBe(true);
        expect([number, await isReplaced(pageAt(number))]).toEqual([number, false]);
      }
    }
    expect((await troubleOf(page)).errors).toBeUndefined();

    const after = serviceRequests();
    await page.reload();
    // The browser goes back to where the page was.
    await pageAt(1).scrollIntoViewIfNeeded();
    await untilReplaced(pageAt(1));
    await read(300);
    await page.waitForTimeout(CALM_MS);
    expect([orders(), serviceRequests()]).toEqual([before + BUDGET, after]);
  });
});

/** Without what overlays of ours leave for as long as they are there, and without what a list counts. */
function ownDom(html: string): string {
  return html.replace(/<\/body>[\s\S]*$/, '');
}
