import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { GOOD_NAMES } from '@/simulator/pictures/pictures';
import { axeFaults } from './support/axe';
import { answerPrompt, button, clearRows, openBatch, rows } from './support/history';
import { namesOf, openPickerFor, startBar, ticked, tile, tiles } from './support/picker-page';

let stage: Stage;
let popup: Page;
/** What the picker complained about: the policy of our pages would show here. */
let complaints: string[] = [];

/** Opens the gallery and, with the real menu, the picker for it. */
async function choose(
  path = '/several',
  place = '#harbour',
): Promise<{ gallery: Page; picker: Page }> {
  const gallery = await stage.openGallery(path);
  const picker = await openPickerFor(stage, gallery, place);
  picker.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  picker.on('pageerror', (error) => complaints.push(String(error)));
  return { gallery, picker };
}

/**
 * Waits for all pictures of `/several`: nine of the gallery, the late one, that of the blob and the lazy one. There are
 * twelve before that of the blob has come, as the copy of the city is only folded away when its bytes are read.
 */
async function untilSettled(picker: Page): Promise<void> {
  await tile(picker, 'kept').waitFor();
  await expect.poll(() => tiles(picker).count()).toBe(12);
}

beforeAll(async () => {
  stage = await openStage({ simulator: { processingMs: 300 } });
  popup = await stage.openPopup();
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  complaints = [];
  for (const page of stage.context.pages()) {
    if (/picker\.html|gallery\.example/.test(page.url())) await page.close();
  }
  await clearRows(popup);
  // Filters of one test would come back in the next.
  await popup.evaluate(() => chrome.storage.local.remove('picker'));
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

describe('the picker', () => {
  it('shows each picture once, without icons, and also those that come late', async () => {
    const { picker } = await choose();
    await untilSettled(picker);
    expect((await namesOf(tiles(picker))).slice(0, 9)).toEqual(GOOD_NAMES);
    await expect
      .poll(() => tile(picker, 'harbour').textContent())
      .toMatch(/^harbour, 800 × 600 JPEG · [\d.]+ kB/);
    await expect.poll(() => tile(picker, 'late').textContent()).toMatch(/4096 × 3072/);
    await picker.getByLabel('Show what looks like an icon').check();
    await picker.getByLabel('Width from, pixels').fill('');
    await picker.getByLabel('Height from, pixels').fill('');
    // Icons are renditions of pictures that are there: the best one stands for all.
    await expect.poll(() => tiles(picker).count()).toBeGreaterThanOrEqual(12);
    expect(await axeFaults(picker)).toEqual([]);
    await picker.reload();
    await tiles(picker).first().waitFor();
    expect(await picker.getByLabel('Width from, pixels').inputValue()).toBe('');
    expect(await picker.getByLabel('Show what looks like an icon').isChecked()).toBe(true);
  }, 60_000);

  it('turns what is ticked by keys and mouse into rows, in their order, which finish', async () => {
    const { picker } = await choose();
    await untilSettled(picker);
    await picker.getByLabel('File type').selectOption('WebP');
    await expect.poll(() => tiles(picker).count()).toBe(2);
    await tiles(picker).first().focus();
    await picker.keyboard.press('Space');
    await picker.keyboard.press('Shift+ArrowRight');
    expect(await ticked(picker)).toEqual(['mushroom', 'city']);
    await button(picker, 'Reset filters').click();
    await expect.poll(() => tiles(picker).count()).toBe(12);
    await tile(picker, 'kept').click();
    await tile(picker, 'late').click();
    expect((await ticked(picker)).toSorted()).toEqual(['city', 'kept', 'late', 'mushroom']);
    const bar = startBar(picker);
    await expect.poll(() => bar.textContent()).toMatch(/4 ticked.*1 large already/);
    expect(await bar.textContent()).toMatch(/Cost not known yet: the first one tells/);
    await button(picker, 'Upscale 3').click();
    await expect.poll(() => bar.textContent()).toMatch(/3 added/);
    expect(await ticked(picker)).toEqual(['late']);

    await popup.bringToFront();
    await expect.poll(() => rows(popup).count()).toBe(1);
    await openBatch(popup);
    // The batch, and its jobs.
    await expect.poll(() => rows(popup).count()).toBe(4);
    await expect
      .poll(() => button(popup, 'Save').count(), { timeout: 60_000, interval: 200 })
      .toBe(3);
    const names = await popup.locator('.job-card__name').allTextContents();
    expect(names).toEqual(['mushroom', 'city', 'kept']);
    expect(stage.simulator.submissions).toHaveLength(3);

    // The picker knows by now, and has seen what they cost.
    await picker.bringToFront();
    await tile(picker, 'city').click();
    await expect.poll(() => bar.textContent()).toMatch(/1 in your history already, free/);
    await tile(picker, 'cat').click();
    // What they cost shows in the balance, which is read a moment after the last of them.
    await expect
      .poll(() => bar.textContent(), { timeout: 30_000 })
      .toMatch(/about \d+ credits?.*left afterwards/);
  }, 120_000);

  it('ticks with a rubber band, and comes to the front when it is opened again', async () => {
    const { gallery, picker } = await choose();
    await untilSettled(picker);
    const [first, second] = [
      await tiles(picker).nth(0).boundingBox(),
      await tiles(picker).nth(1).boundingBox(),
    ];
    if (!first || !second) throw new Error('no tiles');
    await picker.mouse.move(first.x - 4, first.y + 20);
    await picker.mouse.down();
    await picker.mouse.move(second.x + 20, second.y + 60, { steps: 5 });
    await picker.mouse.up();
    expect(await ticked(picker)).toHaveLength(2);
    await picker.keyboard.press('Control+a');
    const count = stage.context.pages().length;
    await stage.rightClick(gallery, gallery.locator('#harbour'), 'several');
    await expect.poll(() => picker.evaluate(() => document.visibilityState)).toBe('visible');
    expect(stage.context.pages()).toHaveLength(count);
  }, 60_000);

  it('adds the pictures of all tabs to the right, once they may be read', async () => {
    const gallery = await stage.openGallery('/several');
    await stage.openGallery('/virtual');
    await gallery.bringToFront();
    const picker = await openPickerFor(stage, gallery, '#harbour');
    await untilSettled(picker);
    const own = await namesOf(tiles(picker));
    await picker.getByText('and 1 to the right').click();
    await picker.getByText('1 tab cannot be accessed').waitFor();
    await answerPrompt(stage, button(picker, 'Allow on all sites'), 'allow');
    const first = async () => (await namesOf(tiles(picker))).slice(0, own.length + 1);
    await expect.poll(first).toEqual([...own, 'item 1']);
    await picker.getByText('This tab', { exact: true }).click();
    await expect.poll(() => namesOf(tiles(picker))).toEqual(own);
    await stage.revoke(['*://*/*']);
  }, 90_000);

  it('previews the pictures of foreign hosts once they are allowed, and folds them then', async () => {
    const { picker } = await choose('/cases', '#same-origin');
    await expect.poll(() => tile(picker, 'Foreign host').count()).toBe(1);
    const previews = picker.getByRole('button', { name: /^Show previews/ });
    await previews.waitFor();
    await answerPrompt(stage, previews, 'allow');
    // It has the bytes of another one on the page.
    await expect.poll(() => tile(picker, 'Foreign host').count()).toBe(0);
    await expect.poll(() => previews.count()).toBe(0);
    // Some of these hosts refuse, which the console of the page tells.
    complaints = complaints.filter((each) => !/Failed to load resource/.test(each));
  }, 90_000);

  it('says at once why a page cannot be read, and keeps the pictures of a tab that was closed', async () => {
    const { gallery, picker } = await choose();
    await untilSettled(picker);
    await gallery.close();
    await picker.getByText(/^The tab was closed/).waitFor();
    expect(await tiles(picker).count()).toBe(12);
    await gallery
      .context()
      .newPage()
      .then((page) => page.goto('chrome://version/'));
    const id = await picker.evaluate(async () => {
      const tabs = await chrome.tabs.query({ active: true });
      return tabs.at(-1)?.id;
    });
    await picker.goto(picker.url().replace(/tab=.*/, `tab=${id}`));
    await picker.getByText('This page cannot be read').waitFor();
    expect(await button(picker, 'Scroll for me').isDisabled()).toBe(true);
    for (const page of stage.context.pages()) {
      if (page.url() === 'chrome://version/') await page.close();
    }
  }, 60_000);
});
