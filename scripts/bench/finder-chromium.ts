import type { Page } from 'playwright';
import type { AnyCase } from '@/simulator/pages/any-cases';
import { elementOf } from '../browsers/case-place';
import { openStage } from '../browsers/stage';
import type { FinderHand } from './finder-hand';
import type { OwnPage } from './finder-rows';

/** How long a case may take to be found on its page, ms. */
const PATIENCE_MS = 10_000;

/**
 * @param build folder of the extension
 * @param isFirstUse each page is new, and none of its site is allowed: nothing remembers where a menu was opened
 */
export async function openChromiumHand(build: string, isFirstUse: boolean): Promise<FinderHand> {
  const stage = await openStage({ build, isSignedIn: true });
  stage.context.setDefaultTimeout(PATIENCE_MS);
  const popup = await stage.openPopup();
  if (isFirstUse) await popup.evaluate(() => chrome.scripting.unregisterContentScripts());
  const pages = new Map<string, Page>();

  async function openAnew(path: string): Promise<Page> {
    await pages.get(path)?.close();
    const page = await stage.openGallery(path);
    if (path === '/any') await page.locator('html[data-ready]').waitFor({ timeout: 60_000 });
    pages.set(path, page);
    return page;
  }

  async function pageOf({ page: path = '/any' }: AnyCase): Promise<Page> {
    return pages.get(path) ?? openAnew(path);
  }

  return {
    popup: popup as OwnPage,
    menuOf: ({ menu }) => menu,
    close: stage.close,
    press: (key) => stage.press(key),

    async show(one) {
      const isKept = isLong(one) && !isFirstUse;
      const page = isKept ? await pageOf(one) : await openAnew(one.page ?? '/any');
      if (one.visit) await (await stage.openGallery()).goto(one.visit);
      await page.bringToFront();
    },

    async ask(one, way, rest) {
      const page = await pageOf(one);
      await page.bringToFront();
      // Chromium draws no foreign frame that is out of view, and an undrawn element never settles.
      if (one.frames?.[0]) await page.locator(one.frames[0]).scrollIntoViewIfNeeded();
      const element = elementOf(page, one);
      await element.scrollIntoViewIfNeeded();
      const how = { awake: rest === 'awake' };
      if (way === 'shortcut') await stage.pressCommand(page, element, how);
      else await stage.rightClick(page, element, one.menu === 'image' ? '2k' : 'here', how);
    },

    async wordsOn(one) {
      const page = await pageOf(one);
      const words: string[] = [];
      for (const frame of page.frames()) {
        // A frame in the process of its parent has no session of its own, and is read with it.
        const session = await page
          .context()
          .newCDPSession(frame)
          .catch(() => undefined);
        if (!session) continue;
        await session.send('DOM.enable');
        const all = { depth: -1, pierce: true };
        const { nodes } = await session.send('DOM.getFlattenedDocument', all);
        await session.detach();
        for (const { nodeType, nodeValue } of nodes) if (nodeType === 3) words.push(nodeValue);
      }
      return words.join(' ');
    },
  };
}

/** The page with most of the cases stays open; the others have few, and may have changed by a click. */
function isLong({ page = '/any' }: AnyCase): boolean {
  return page === '/any';
}
