import { expect } from 'vitest';
import { backgroundMessages } from '@/lib/i18n/all-messages';
import { placeOf } from '@/scripts/browsers/case-place';
import { openFirefoxStage } from '@/scripts/browsers/firefox-stage';
import type { FirefoxTab } from '@/scripts/browsers/firefox-tab';
import { ANY_CASES, type AnyCase } from '@/simulator/pages/any-cases';
import { firefoxHistory } from '../journeys/firefox';
import { readShownRows } from '../support/database';
import { drawCases } from './draw-cases';
import type { OpenTable } from './driver';

const { parent, targets, pointer } = backgroundMessages('en').menu;

/** Works through the table in Firefox. */
export const openFirefox: OpenTable = async () => {
  const stage = await openFirefoxStage({
    simulator: { processingMs: 200, credits: { gift: 1_000 } },
  });
  const popup = await stage.openPopup();
  await prepareSettings(popup);
  const history = firefoxHistory(stage, () => popup);
  const tabs = new Map<string, FirefoxTab>();

  async function tabOf({ page: path = '/any' }: AnyCase): Promise<FirefoxTab> {
    const known = tabs.get(path);
    if (known) return known;
    const tab = await stage.openGallery(path);
    const isReady = () => tab.evaluate(() => document.documentElement.dataset.ready === '');
    if (path === '/any') await expect.poll(isReady, { timeout: 20_000 }).toBe(true);
    tabs.set(path, tab);
    return tab;
  }

  return {
    ...history,
    simulator: stage.simulator,
    consoleErrors: stage.consoleErrors,
    close: stage.close,

    async show(one) {
      if (one.visit) await stage.openTab(one.visit);
      await (await tabOf(one)).bringToFront();
    },

    async ask(one) {
      const place = await placeOf(await tabOf(one), one);
      const menu = one.menuInFirefox ?? one.menu;
      if (menu === 'image') {
        await stage.rightClick(place, one.selector, [parent, targets['2k']]);
      } else if (menu === 'pointer') {
        await stage.rightClick(place, one.selector, [parent, pointer]);
      } else {
        await stage.pressCommand(place, one.selector);
      }
    },

    async pressIn(one, ...keys) {
      await (await tabOf(one)).bringToFront();
      stage.press(...keys);
    },

    wordsOn: async (one) => (await tabOf(one)).words(),
    rows: () => readShownRows(popup),
    showHistory: () => popup.bringToFront(),

    async clearRows() {
      await popup.bringToFront();
      const count = () => popup.evaluate(() => document.querySelectorAll('li').length);
      for (let left = await count(); left > 0; left = await count()) {
        // A job may end while it is being cancelled, and another comes to the top.
        if ((await history.rowButtons()).includes('Cancel')) {
          await history.press('Cancel').catch(() => undefined);
        }
        await expect.poll(history.rowButtons).toContain('Remove');
        await history.press('Remove').catch(() => undefined);
        await expect.poll(count, { interval: 50 }).toBeLessThan(left);
      }
    },
  };
};

/** Where our code, or the browser below it, takes another way in Firefox than in Chromium. */
const OWN_WAYS = [
  // Closed shadow roots are opened by a property of Firefox's own.
  ...['shadow-open', 'shadow-closed', 'shadow-nested', 'shadow-background'],
  // Its guard against fingerprinting gives a page noise for pixels; videos come with canvases.
  ...['canvas-clean', 'canvas-tainted', 'canvas-blank', 'canvas-gl', 'over-canvas', 'svg-inline'],
  ...['video-frame', 'video-foreign'],
  // The menu tells no address of a `blob:` that the page has revoked.
  ...['blob', 'blob-dead'],
  // What a script in a page sees of a URL has no iterators.
  ...['cdn-path', 'cdn-query'],
  // Prompts, rules for headers and cookies are the browser's.
  ...['foreign', 'hotlink', 'members'],
];

/** Whether a case goes another way in Firefox than in Chromium. */
function hasOwnWay({ id, menuInFirefox, frames, page }: AnyCase): boolean {
  return [menuInFirefox, frames, page].some(Boolean) || OWN_WAYS.includes(id);
}

/** A third of the cases with a way of their own in Firefox, and so many of the others, other ones with each seed. */
export function someCases(seed: number, others: number): AnyCase[] {
  const own = ANY_CASES.filter(hasOwnWay).filter((_, at) => at % 3 === seed % 3);
  return drawCases(seed, (one) => own.includes(one), others);
}

/** No toast is to lie over what is pointed at. */
export async function prepareSettings(popup: FirefoxTab): Promise<void> {
  await popup.evaluate(() => browser.storage.local.set({ settings: { isToastOn: false } }));
}
