import type { Page } from 'playwright';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { readEverything } from '../support/database';
import { answerPrompt, button, rows } from '../support/history';
import type { HistoryDriver, OpenDriver } from './driver';

/** @param popup as it is now: a restart opens another */
export function chromiumHistory(stage: Stage, popup: () => Page): HistoryDriver {
  const row = () => rows(popup()).first();
  return {
    async rowText() {
      return (await rows(popup()).count()) > 0 ? ((await row().textContent()) ?? '') : '';
    },

    async rowButtons() {
      if ((await rows(popup()).count()) === 0) return [];
      const tree = await row().ariaSnapshot();
      return [...tree.matchAll(/- button "([^"]+)"/g)].map(([, name = '']) => name);
    },

    async press(name) {
      await popup().bringToFront();
      await button(row(), name).click();
    },

    pressAndAllow: (name) => answerPrompt(stage, button(row(), name), 'allow'),
  };
}

/** Goes on journeys in Chromium. */
export const openChromium: OpenDriver = async (gallery, options) => {
  const stage = await openStage(options);
  let popup = await stage.openPopup();
  const page = await stage.openGallery(gallery);

  return {
    ...chromiumHistory(stage, () => popup),
    simulator: stage.simulator,
    killWorker: stage.killWorker,
    savedFiles: stage.savedFiles,
    revoke: stage.revoke,
    close: stage.close,

    upscale: (selector, target) => stage.upscale(page, selector, target),

    pressCommandOn: (selector) => stage.pressCommand(page, page.locator(selector)),

    async chooseFile(name, buffer) {
      const file = { name, mimeType: 'image/png', buffer };
      await popup.locator('input[type=file]').setInputFiles(file);
    },

    rowCount: () => rows(popup).count(),

    async signInOnSite(account = 'main') {
      const site = await stage.context.newPage();
      await site.goto(`https://jimeng.jianying.com/ai-tool/home?account=${account}`);
      const signOut = site.getByRole('button', { name: 'Sign out' });
      if (await signOut.isVisible()) await signOut.click();
      await site.getByRole('button', { name: 'Sign in' }).click();
      await signOut.waitFor();
    },

    setOffline: () => notHere('takes no network away from a worker'),

    everything: () => readEverything(popup),

    notice: async () => (await popup.locator('.app__top').textContent()) ?? '',

    async restartBrowser() {
      await stage.restartBrowser();
      popup = await stage.openPopup();
    },

    async killBrowser() {
      await stage.killBrowser();
      // Cookies are written down at leisure; a login of long ago would still be there.
      await stage.signIn();
      popup = await stage.openPopup();
    },

    // The security tests read Chromium's console, page by page.
    consoleErrors: () => [],
  };
};

function notHere(what: string): Promise<never> {
  return Promise.reject(new Error(`Chromium ${what}`));
}
