import type { Page } from 'playwright';
import { elementOf } from '@/scripts/browsers/case-place';
import { openStage } from '@/scripts/browsers/stage';
import type { AnyCase } from '@/simulator/pages/any-cases';
import { chromiumHistory } from '../journeys/chromium';
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
  const pages = new Map<string, Page>();
  /** Pages that remember where a menu is opened, because the extension was used on them. */
  const used = new Set<Page>();

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
      const isUnknown = one.isOneOfMany && !used.has(page);
      const how = isUnknown ? ({ awake: true, by: 'keys' } as const) : {};
      used.add(page);
      if (one.menu === 'image') await stage.rightClick(page, element, '2k', how);
      else if (one.menu === 'pointer') await stage.rightClick(page, element, 'here', how);
      else await stage.pressCommand(page, element);
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
