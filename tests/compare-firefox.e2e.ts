import { describe, expect, it, vi } from 'vitest';
import { findFirefox } from '@/scripts/browsers/browser';
import { firefoxOfFile } from './support/firefox-of-file';

vi.setConfig({ testTimeout: 180_000 });

const openStage = firefoxOfFile();

describe.skipIf(findFirefox() === undefined)('the compare page of Firefox', () => {
  it('goes through all ways by keys at one spot, in full screen and back', async () => {
    const stage = await openStage({ simulator: { processingMs: 300 } });
    const gallery = await stage.openGallery();
    await stage.upscale(gallery, '#harbour');
    const popup = await stage.openPopup();
    const row = 'li:first-of-type';
    const names = () => popup.buttons(row);
    await expect.poll(names, { timeout: 30_000, interval: 200 }).toContain('Compare');
    await popup.clickButton(row, 'Compare');
    const page = await stage.tabAt(/compare\.html/);
    const mode = () =>
      page.evaluate(() => document.querySelector<HTMLElement>('[data-mode]')?.dataset.mode);
    await expect.poll(mode, { interval: 200 }).toBe('slider');
    const spot = () =>
      page.evaluate(() => {
        const image = document.querySelector<HTMLImageElement>('.compare-pane:first-child img');
        const pane = image?.closest('.compare-pane')?.getBoundingClientRect();
        const box = image?.getBoundingClientRect();
        if (!image || !pane || !box) return Number.NaN;
        return ((pane.left + pane.width / 2 - box.left) / box.width) * image.naturalWidth;
      });
    stage.press('2', 'Right');
    const zoom = () => page.evaluate(() => document.querySelector('output')?.textContent);
    await expect.poll(zoom).toBe('200%');
    const before = await spot();
    for (const [key, name] of [
      ['l', 'lens'],
      ['t', 'side'],
      ['b', 'blink'],
      ['d', 'difference'],
      ['s', 'slider'],
    ] as const) {
      stage.press(key);
      await expect.poll(mode).toBe(name);
      expect(Math.abs((await spot()) - before), name).toBeLessThan(1);
    }
    const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
    stage.press('f');
    await expect.poll(isFull).toBe(true);
    stage.press('f');
    await expect.poll(isFull).toBe(false);
    const focused = () => page.evaluate(() => document.activeElement?.className);
    expect(await focused()).toBe('compare-stage__field');
    await expect.poll(async () => Math.abs((await spot()) - before)).toBeLessThan(1);
  });
});
