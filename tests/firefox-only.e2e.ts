import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { backgroundMessages } from '@/lib/i18n/all-messages';
import { findFirefox } from '@/scripts/browsers/browser';
import type { FirefoxStage, FirefoxStageOptions } from '@/scripts/browsers/firefox-stage';
import type { FirefoxTab } from '@/scripts/browsers/firefox-tab';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES } from '@/simulator/pictures/pictures';
import { prepareSettings } from './any-image/firefox';
import { readResult, readRows } from './support/database';
import { firefoxOfFile } from './support/firefox-of-file';
import { zipEntries } from './support/zip-entries';

vi.setConfig({ testTimeout: 180_000 });

/** What is otherwise in Firefox than in Chromium. What is the same is in tests/journeys. */

const openStage = firefoxOfFile();
const begin = (options: FirefoxStageOptions = {}) =>
  openStage({ simulator: { processingMs: 300 }, ...options });

/** Writes a file beside the downloads, to be chosen. */
function fileFor({ downloads }: FirefoxStage, name: string, bytes: Buffer): string {
  const path = join(dirname(downloads), name);
  writeFileSync(path, bytes);
  return path;
}

/** What the newest row says. */
const rowText = (popup: FirefoxTab) =>
  popup.evaluate(() => document.querySelector('li')?.textContent ?? '');

async function untilDone(popup: FirefoxTab): Promise<void> {
  await expect.poll(() => popup.buttons('li:first-of-type'), { interval: 100 }).toContain('Save');
}

describe.skipIf(findFirefox() === undefined)('the popup of Firefox', () => {
  it('makes way for the prompt, so that one click on Allow is enough', async () => {
    const on = await begin();
    await on.upscale(await on.openGallery('/cases'), '#foreign');
    await expect.poll(() => on.isPopupOpen()).toBe(true);
    await on.clickInRealPopup('li button');
    expect(await on.answerPrompt(true)).toMatch(/cdn\.example\.com/);
    expect(await on.isPopupOpen()).toBe(false);
    await untilDone(await on.openPopup());
  });

  it('leads to a tab when a file is to be chosen, because the dialog would close it', async () => {
    const on = await begin();
    await on.openGallery();
    await on.openRealPopup();
    await on.clickInRealPopup('.drop-zone__choose');
    const tab = await on.tabAt(/popup\.html#choose$/);
    await expect.poll(() => on.isPopupOpen()).toBe(false);
    await expect
      .poll(() => tab.evaluate(() => (document.activeElement as HTMLInputElement).type))
      .toBe('file');
    const poster = await PICTURES.poster.make();
    await tab.chooseFiles('input[type=file]', [fileFor(on, 'chosen.png', poster)]);
    await untilDone(tab);
    expect(on.simulator.uploads[0]?.bytes.equals(poster)).toBe(true);
  });
});

describe.skipIf(findFirefox() === undefined)('beside and in the page, Firefox', () => {
  it('opens the sidebar from the popup, which makes way, and shows the same history', async () => {
    const on = await begin();
    await on.upscale(await on.openGallery(), '#harbour');
    await on.openRealPopup();
    await on.clickInRealPopup('[aria-label="Open in side panel"]');
    await expect.poll(() => on.sidebarWords(), { interval: 100 }).toMatch(/harbour.*Save/s);
    await expect.poll(() => on.isPopupOpen()).toBe(false);
  });

  it('lets an image be picked from the popup, which makes way', async () => {
    const on = await begin();
    const gallery = await on.openGallery();
    await on.openRealPopup();
    await on.clickInRealPopup('[aria-label="Pick an image on this page"]');
    await expect.poll(() => gallery.words()).toMatch(/Click an image/);
    expect(await on.isPopupOpen()).toBe(false);
    // The first half second of it hears nobody: a person could not have meant it yet.
    const isArmed = async () => (await gallery.middleOf('[data-armed]')) !== null;
    await expect.poll(isArmed).toBe(true);
    await on.click(gallery, '#mushroom');
    await untilDone(await on.openPopup());
    const sent = on.simulator.uploads[0]?.bytes ?? Buffer.alloc(0);
    expect(await correlation(await PICTURES.mushroom.make(), sent)).toBeGreaterThan(0.98);
  });

  it('saves by a press in the note in the page', async () => {
    const on = await begin();
    const gallery = await on.openGallery();
    await on.upscale(gallery, '#harbour');
    await on.click(gallery, '[aria-label="Save"]');
    await expect.poll(() => gallery.middleOf('[aria-label="Save"]')).toBe(null);
    const popup = await on.openPopup();
    await expect.poll(() => rowText(popup), { interval: 100 }).toMatch(/Saved/);
    expect(on.savedFiles()).toEqual([expect.stringMatching(/harbour_2k\.jpg$/)]);
    const bytes = readFileSync(on.savedFiles()[0] ?? '');
    expect(await correlation(await PICTURES.harbour.make(), bytes)).toBeGreaterThan(0.95);
  });
});

it.skipIf(findFirefox() === undefined)(
  'what is clicked before the consent waits, unsent, and goes on with it',
  async () => {
    const on = await begin({ isWelcomed: false, allowed: ['jimeng'] });
    const gallery = await on.openGallery();
    await on.upscale(gallery, '#harbour');
    const welcome = await on.tabAt(/welcome\.html/);
    const popup = await on.openPopup();
    await expect.poll(() => rowText(popup), { interval: 100 }).toMatch(/not yet agreed/i);
    expect(on.simulator.uploads).toEqual([]);
    await welcome.clickButton('.welcome__ways', 'Agree and continue');
    await popup.bringToFront();
    await untilDone(popup);
    expect(on.simulator.submissions).toHaveLength(1);
  },
);

describe.skipIf(findFirefox() === undefined)('the menu of Firefox', () => {
  const { pointer, several } = backgroundMessages('en').menu;

  it('lacks “Upscale image here” where nothing can be found, and wakes nothing', async () => {
    const on = await begin();
    const page = await on.openGallery();
    // Asleep: the menu opens as it was made, and nothing starts.
    expect(await on.menuOf(page, 'h1')).toContain(pointer);
    expect(await on.isWorkerRunning()).toBe(false);
    // Awake, but it may not look into the page.
    const popup = await on.openPopup();
    await expect.poll(() => on.isWorkerRunning()).toBe(true);
    expect(await on.menuOf(page, 'h1', { awake: true })).toContain(pointer);
    // A choice in the menu lets it look.
    await on.upscale(page, '#harbour');
    await popup.bringToFront();
    await untilDone(popup);
    const menuOf = (selector: string) => on.menuOf(page, selector, { awake: true });
    // A busy machine may answer too late for one menu.
    await expect.poll(() => menuOf('h1'), { timeout: 60_000 }).not.toContain(pointer);
    expect(await menuOf('h1')).toContain(several);
    expect(await menuOf('#harbour')).toContain(pointer);
    // It was away for one menu only.
    expect(await on.menuOf(page, 'h1')).toContain(pointer);
    expect(on.simulator.submissions).toHaveLength(1);
  });

  it('has a key for the entry by a letter of its own text', async () => {
    const on = await begin();
    const popup = await on.openPopup();
    const settings = { menuStyle: 'direct', menuText: '&Upscale & more' };
    await popup.evaluate((sent) => browser.storage.local.set({ settings: sent }), settings);
    const page = await on.openGallery();
    const labels = () => on.menuOf(page, '#harbour', { awake: true });
    await expect
      .poll(labels, { timeout: 60_000 })
      .toContainEqual(expect.stringMatching(/^Upscale & more · 2K/));
    await on.pressInMenu(page, '#harbour', 'u');
    await popup.bringToFront();
    await untilDone(popup);
    expect(on.simulator.submissions).toHaveLength(1);
  });
});

describe.skipIf(findFirefox() === undefined)('the guards of Firefox', () => {
  it('against fingerprinting add no noise to what is converted', async () => {
    const on = await begin({ preferences: { 'privacy.resistFingerprinting': true } });
    const popup = await on.openPopup();
    const original = await PICTURES.harbour.make();
    const avif = await sharp(original).avif({ quality: 90 }).toBuffer();
    await popup.chooseFiles('input[type=file]', [fileFor(on, 'guarded.avif', avif)]);
    await untilDone(popup);
    const sent = on.simulator.uploads[0]?.bytes ?? Buffer.alloc(0);
    // Noise for pixels would look transparent, and be sent as PNG.
    expect((await sharp(sent).metadata()).format).toBe('jpeg');
    expect(await correlation(original, sent)).toBeGreaterThan(0.98);
  });

  it('against fingerprinting give the page noise for its canvas, and us the picture', async () => {
    const on = await begin({ preferences: { 'privacy.resistFingerprinting': true } });
    const popup = await on.openPopup();
    await prepareSettings(popup);
    const page = await on.openGallery('/any');
    const isReady = () => page.evaluate(() => document.documentElement.dataset.ready === '');
    await expect.poll(isReady, { timeout: 30_000 }).toBe(true);
    const original = await PICTURES['night-lake'].make();
    const address = await page.evaluate(() =>
      (document.querySelector('#canvas-clean') as HTMLCanvasElement).toDataURL(),
    );
    const noise = Buffer.from(address.replace(/^.*,/, ''), 'base64');
    // Noise has an average colour too, which may be that of the picture by chance.
    expect(await correlation(original, noise)).toBeLessThan(0.8);

    const { parent, pointer } = backgroundMessages('en').menu;
    await on.rightClick(page, '#canvas-clean', [parent, pointer]);
    await popup.bringToFront();
    await untilDone(popup);
    const sent = on.simulator.uploads[0]?.bytes ?? Buffer.alloc(0);
    expect(await correlation(original, sent)).toBeGreaterThan(0.98);
  });

  it('that hold logins apart in containers are named where the sign-in is asked for', async () => {
    const on = await begin({ isSignedIn: false });
    const popup = await on.openPopup();
    await expect
      .poll(() => popup.evaluate(() => document.querySelector('.notice')?.textContent ?? ''), {
        interval: 100,
      })
      .toMatch(/A sign-in inside a container is used for images in tabs of that container/);
  });

  it('that keep a jar per site hold the login back: nothing is sent, and nothing breaks', async () => {
    const on = await begin({
      isSignedIn: false,
      preferences: { 'privacy.firstparty.isolate': true },
    });
    const site = await on.openTab('https://jimeng.jianying.com/ai-tool/home');
    await site.clickButton('main', 'Sign in');
    await on.upscale(await on.openGallery(), '#harbour');
    const popup = await on.openPopup();
    await expect.poll(() => rowText(popup), { interval: 100 }).toMatch(/not signed in/i);
    expect(await popup.evaluate(() => document.querySelector('.notice')?.textContent)).toMatch(
      /First-party isolation hides the sign-in/,
    );
    expect(on.simulator.uploads).toEqual([]);
  });
});

describe.skipIf(findFirefox() === undefined)('a ZIP in Firefox', () => {
  it('is packed by the event page, and saved whole', async () => {
    const on = await begin();
    await on.upscale(await on.openGallery(), '#harbour');
    const popup = await on.openPopup();
    await untilDone(popup);
    const [row] = await readRows(popup);
    await popup.evaluate(
      (id) => browser.runtime.sendMessage({ type: 'saveZip', data: [id], timestamp: 0 }),
      row?.id ?? '',
    );
    const zips = () => readdirSync(on.downloads).filter((name) => name.endsWith('.zip'));
    await expect.poll(zips).toHaveLength(1);
    await expect
      .poll(() => popup.evaluate(() => document.querySelector('.zip-bar')?.textContent ?? ''))
      .toContain('1 image is in the ZIP.');
    const entries = zipEntries(readFileSync(join(on.downloads, zips()[0] ?? '')));
    expect(entries.map(({ name }) => name)).toEqual([`${row?.name}_2k.jpg`]);
    expect(entries[0]?.bytes.equals(await readResult(popup, row?.id ?? ''))).toBe(true);
  });
});
