import { describe, expect, it, vi } from 'vitest';
import { backgroundMessages } from '@/lib/i18n/all-messages';
import { findFirefox } from '@/scripts/browsers/browser';
import { firefoxOfFile } from './support/firefox-of-file';

vi.setConfig({ testTimeout: 180_000 });

const openStage = firefoxOfFile();

describe.skipIf(findFirefox() === undefined)('the picker of Firefox', () => {
  it('turns the pictures of a page that were ticked by keys into rows that finish', async () => {
    const stage = await openStage({ simulator: { processingMs: 300 } });
    const gallery = await stage.openGallery('/several');
    const { parent, several } = backgroundMessages('en').menu;
    await stage.rightClick(gallery, '#harbour', [parent, several]);
    const picker = await stage.tabAt(/picker\.html/);
    const count = () => picker.evaluate(() => document.querySelectorAll('.picker-tile').length);
    // Nine of the gallery, the late one, that of the blob and the lazy one.
    await expect.poll(count, { interval: 200 }).toBe(12);

    await picker.evaluate(() => {
      const [type] = [...document.querySelectorAll('select')].filter(
        ({ ariaLabel }) => ariaLabel === 'File type',
      );
      if (!type) throw new Error('no filter');
      type.value = 'WebP';
      type.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect.poll(count).toBe(2);
    await picker.evaluate(() => document.querySelector<HTMLElement>('.picker-tile')?.focus());
    stage.press('space', 'shift+Right', 'Escape', 'ctrl+a');
    const words = () =>
      picker.evaluate(() => document.querySelector('.picker-start')?.textContent ?? '');
    await expect.poll(words).toMatch(/^2 ticked/);
    await picker.evaluate(() =>
      document.querySelector<HTMLElement>('.picker-start .button')?.click(),
    );
    await expect.poll(words).toMatch(/2 added/);

    const popup = await stage.openPopup();
    await expect
      .poll(() => stage.simulator.submissions.length, { timeout: 30_000, interval: 200 })
      .toBe(2);
    await popup.evaluate(() =>
      document.querySelector<HTMLElement>('.batch-row__toggle[aria-expanded="false"]')?.click(),
    );
    const saves = async () =>
      (await popup.buttons('body')).filter((name) => name === 'Save').length;
    await expect.poll(saves, { timeout: 30_000, interval: 200 }).toBe(2);
  });
});
