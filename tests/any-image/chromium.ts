import type { FrameLocator, Locator, Page } from 'playwright';
import { openStage, type Stage, UPSCALE_KEYS } from '@/scripts/browsers/stage';
import type { AnyCase } from '@/simulator/pages/any-cases';
import { chromiumHistory } from '../journeys/chromium';
import { COMMAND_KEYS } from '../journeys/driver';
import { readShownRows } from '../support/database';
import { clearRows } from '../support/history';
import { serviceOptions } from '../support/live-like';
import type { OpenTable } from './driver';

/** Works through the table in Chromium. */
export const openChromium: OpenTable = async () => {
  const stage = await openStage({
    simulator: serviceOptions({ processingMs: 200, credits: { gift: 1_000 } }),
  });
  const popup = await stage.openPopup();
  await offerPointerEverywhere(stage);
  const pages = new Map<string, Page>();

  async function pageOf({ page: path = '/any' }: AnyCase): Promise<Page> {
    const known = pages.get(path);
    if (known) return known;
    const page = await stage.openGallery(path);
    if (path === '/any') await page.locator('html[data-ready]').waitFor();
    pages.set(path, page);
    return page;
  }

  return {
    ...chromiumHistory(stage, () => popup),
    simulator: stage.simulator,
    close: stage.close,

    async show(one) {
      if (one.visit) await (await stage.openGallery()).goto(one.visit);
      await (await pageOf(one)).bringToFront();
    },

    async ask(one) {
      const page = await pageOf(one);
      await page.bringToFront();
      const element = elementOf(page, one);
      // Chromium draws no foreign frame that is out of view, and an undrawn element never settles.
      if (one.frames?.[0]) await page.locator(one.frames[0]).scrollIntoViewIfNeeded();
      await element.scrollIntoViewIfNeeded();
      if (one.menu === 'image') {
        await stage.rightClick(page, element, UPSCALE_KEYS['2k']);
      } else if (one.menu === 'pointer') {
        const ups = Array.from({ length: 1 + (await entriesBelow(element)) }, () => 'Up');
        await stage.rightClick(page, element, [...ups, 'Right', 'Return']);
      } else {
        await stage.pointAt(page, element);
        stage.press(COMMAND_KEYS);
      }
    },

    async pressIn(one, ...keys) {
      await (await pageOf(one)).bringToFront();
      stage.press(...keys);
    },

    async wordsOn(one) {
      const page = await pageOf(one);
      const session = await page.context().newCDPSession(page);
      await session.send('DOM.enable');
      const all = { depth: -1, pierce: true };
      const { nodes } = await session.send('DOM.getFlattenedDocument', all);
      await session.detach();
      return nodes.map(({ nodeType, nodeValue }) => (nodeType === 3 ? nodeValue : '')).join(' ');
    },

    rows: () => readShownRows(popup),
    showHistory: () => popup.bringToFront(),
    clearRows: () => clearRows(popup),

    // The security tests read Chromium's console, page by page.
    consoleErrors: () => [],
  };
};

/** Switches the menu entry for what is under the pointer on, as a person does. */
async function offerPointerEverywhere(stage: Stage): Promise<void> {
  const options = await stage.context.newPage();
  await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
  const name = /^Offer “Upscale image under pointer” everywhere/;
  await options.getByRole('switch', { name }).click();
  await options.getByRole('switch', { name, checked: true }).waitFor();
  // The menu is built anew when the stored setting changes.
  await options.waitForTimeout(1_000);
  await options.close();
}

/** What to click on: in the innermost of the frames, if there are any. */
function elementOf(page: Page, { frames = [], selector }: AnyCase): Locator {
  const outer = frames.reduce<Page | FrameLocator>(
    (place, frame) => place.frameLocator(frame),
    page,
  );
  return outer.locator(selector).first();
}

/**
 * What stands below our entry in the menu: "Inspect", and on a bare page "View page source" too.
 * Chromium sees a canvas through what lies on it, but not a video.
 */
function entriesBelow(element: Locator): Promise<number> {
  return element.evaluate((node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    const below = document.elementsFromPoint(x + width / 2, y + height / 2);
    const isMedia = node.matches('video[src]') || below.some((one) => one.matches('canvas'));
    return isMedia || node.closest('a[href]') ? 1 : 2;
  });
}
