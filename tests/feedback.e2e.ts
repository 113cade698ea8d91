import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { readShownRows } from './support/database';
import { clearRows, untilDone } from './support/history';
import { pressToast, toastIn, untilArmed } from './support/toast';

let stage: Stage;
let popup: Page;
let gallery: Page;

beforeAll(async () => {
  stage = await openStage({ hasToasts: true, simulator: { processingMs: 4_000 } });
  popup = await stage.openPopup();
  gallery = await stage.openGallery();
});

afterEach(async () => {
  await gallery.close();
  await clearRows(popup);
  gallery = await stage.openGallery();
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

const untilToastSays = (page: Page, words: RegExp) =>
  expect.poll(async () => (await toastIn(page))?.text ?? '', { interval: 100 }).toMatch(words);

/** Updates the extension, with whose old version the popup's tab closes, and comes back to the page. */
async function update(version: string): Promise<void> {
  await stage.reloadExtension(version);
  popup = await stage.openPopup();
  await gallery.bringToFront();
}

describe('the page of the click', () => {
  it('tells that the image was taken, and that it is done; its button saves', async () => {
    await stage.upscale(gallery, '#harbour');
    await untilToastSays(gallery, /^Upscaling to 2K… \| harbour/);
    await untilToastSays(gallery, /^Done \| harbour/);
    expect((await toastIn(gallery))?.buttons).toEqual(['Save', 'Compare']);
    await pressToast(gallery, 'Save');
    await expect.poll(() => stage.savedFiles().length).toBe(1);
    expect(await toastIn(gallery)).toBeUndefined();
  });

  it('counts several, and opens the comparison', async () => {
    await stage.upscale(gallery, '#portrait');
    await stage.upscale(gallery, '#cat');
    await untilToastSays(gallery, /^2 images are being upscaled/);
    await untilToastSays(gallery, /^Done|are done/);
    await untilToastSays(gallery, /^Done \|[^·]*$|^2 images are done/);
    const { buttons = [] } = (await toastIn(gallery)) ?? {};
    if (buttons.includes('Compare')) {
      const opened = stage.context.waitForEvent('page');
      await pressToast(gallery, 'Compare');
      await expect.poll(async () => (await opened).url()).toContain('/compare.html?job=');
    } else expect(buttons).toEqual(['Save all', 'Show']);
  });

  it('tells it although the worker died, and the press wakes another', async () => {
    await stage.upscale(gallery, '#balloons');
    await untilToastSays(gallery, /^Upscaling/);
    await stage.killWorker();
    // The alarm of the next worker is half a minute away; the popup's page wakes it sooner.
    await popup.reload();
    await untilToastSays(gallery, /^Done/);
    await stage.killWorker();
    const before = stage.savedFiles().length;
    await pressToast(gallery, 'Save');
    await expect.poll(() => stage.savedFiles().length).toBe(before + 1);
  });

  it('tells it under the strictest policy as well', async () => {
    const strict = await stage.openGallery('/any-csp');
    const complaints: string[] = [];
    strict.on('console', (message) => complaints.push(message.text()));
    await stage.upscale(strict, 'img >> nth=0');
    await untilToastSays(strict, /^Upscaling/);
    await untilToastSays(strict, /^Done/);
    expect(complaints.filter((text) => /Content.Security.Policy/i.test(text))).toEqual([]);
    await strict.close();
  });

  it('says so when the extension it belongs to was updated meanwhile', async () => {
    await stage.upscale(gallery, '#harbour');
    await untilToastSays(gallery, /^Done/);
    await update('9.0.1');
    await pressToast(gallery, 'Save');
    await untilToastSays(gallery, /^The extension was updated \| Open it from the toolbar/);
    await pressToast(gallery, 'Close');
    expect(await toastIn(gallery)).toBeUndefined();
  });

  it('says so to who chooses an image for an extension that was updated meanwhile', async () => {
    await stage.pressCommand(gallery, gallery.locator('h1').first());
    await expect
      .poll(() => gallery.evaluate(() => document.querySelector('[popover]') !== null))
      .toBe(true);
    await update('9.0.2');
    // The pointer was beside every image, so that this is pick mode.
    await untilArmed(gallery);
    await gallery.locator('#harbour').click({ force: true });
    await untilToastSays(gallery, /^The extension was updated \| Click the image again\.$/);
  });

  it('says nothing on another site', async () => {
    await stage.upscale(gallery, '#harbour');
    // The image is read in its page, which must still be there.
    const isRead = async () =>
      (await readShownRows(popup)).some(({ stage: at }) => at !== 'queued');
    await expect.poll(isRead, { interval: 50 }).toBe(true);
    await gallery.goto('https://open.example/');
    await untilDone(popup, 20_000);
    expect(await toastIn(gallery)).toBeUndefined();
  });
});

it('says what an order usually costs, once that was seen', async () => {
  await stage.upscale(gallery, '#city');
  const row = await untilDone(popup, 20_000);
  await expect.poll(() => row.textContent()).toMatch(/1 credit/);
  await popup.reload();
  const title = () => popup.getByRole('radio', { name: '2K' }).getAttribute('title');
  await expect.poll(title).toMatch(/^Costs about 1 credit, as of /);
});

it('says nothing in pages when that is switched off', async () => {
  const worker = await stage.worker();
  await worker.evaluate(() => chrome.storage.local.set({ settings: { isToastOn: false } }));
  await stage.upscale(gallery, '#harbour');
  await untilDone(popup, 20_000);
  expect(await toastIn(gallery)).toBeUndefined();
});
