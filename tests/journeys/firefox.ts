import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { type FirefoxStage, openFirefoxStage } from '@/scripts/browsers/firefox-stage';
import type { FirefoxTab } from '@/scripts/browsers/firefox-tab';
import { readEverything } from '../support/database';
import type { HistoryDriver, OpenDriver } from './driver';

const ROW = 'li:first-of-type';

/** @param popup as it is now: a restart opens another */
export function firefoxHistory(stage: FirefoxStage, popup: () => FirefoxTab): HistoryDriver {
  return {
    rowText: () => popup().evaluate((row) => document.querySelector(row)?.textContent ?? '', ROW),
    rowButtons: () => popup().buttons(ROW),
    press: (name) => popup().clickButton(ROW, name),

    async pressAndAllow(name) {
      await popup().clickButton(ROW, name);
      await stage.answerPrompt(true);
    },
  };
}

/** Goes on journeys in Firefox. */
export const openFirefox: OpenDriver = async (gallery, options) => {
  const stage = await openFirefoxStage(options);
  let popup = await stage.openPopup();
  const page = await stage.openGallery(gallery);

  return {
    ...stage,
    ...firefoxHistory(stage, () => popup),

    upscale: (selector, target) => stage.upscale(page, selector, target),

    pressCommandOn: (selector) => stage.pressCommand(page, selector),

    async chooseFile(name, bytes) {
      const path = join(dirname(stage.downloads), name);
      writeFileSync(path, bytes);
      await popup.chooseFiles('input[type=file]', [path]);
    },

    rowCount: () => popup.evaluate(() => document.querySelectorAll('li').length),
    async signInOnSite(account = 'main') {
      const site = await stage.openTab(
        `https://jimeng.jianying.com/ai-tool/home?account=${account}`,
      );
      const hasButton = async (name: string) => (await site.buttons('main')).includes(name);
      if (await hasButton('Sign out')) await site.clickButton('main', 'Sign out');
      await expect.poll(() => hasButton('Sign in')).toBe(true);
      await site.clickButton('main', 'Sign in');
    },

    everything: () => readEverything(popup),

    notice: () => popup.evaluate(() => document.querySelector('.app__top')?.textContent ?? ''),

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
  };
};
