import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { PICTURES } from '@/simulator/pictures/pictures';
import { axeFaults } from './support/axe';
import {
  focused,
  heading,
  movedFrom,
  pressed,
  resultSize,
  sizeOnClipboard,
  slider,
  spot,
  zoom,
} from './support/compare-page';
import { button, clearRows, rows, untilDone, untilRowSays } from './support/history';

let stage: Stage;
let popup: Page;
let poster: Buffer;
/** What the pages complained about: the policy of the extension's pages would show here. */
const complaints: string[] = [];

beforeAll(async () => {
  poster = await PICTURES.poster.make();
  stage = await openStage({ simulator: { processingMs: 1_500 } });
  popup = await stage.openPopup();
});

afterEach(async () => {
  expect(complaints.splice(0)).toEqual([]);
  for (const page of stage.context.pages()) {
    if (/compare\.html|^blob:/.test(page.url())) await page.close();
  }
  await clearRows(popup);
  // Each test begins with the slider.
  await popup.evaluate(() => chrome.storage.local.remove('compare'));
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

/** Upscales a file, as a person does. */
async function upscale(name: string, buffer: Buffer): Promise<void> {
  await popup.bringToFront();
  const file = { name: `${name}.png`, mimeType: 'image/png', buffer };
  await popup.locator('input[type=file]').setInputFiles(file);
  await untilRowSays(popup, new RegExp(name));
  await untilDone(popup);
}

/** Upscales a file and opens its comparison, as a person does. */
async function compare(): Promise<Page> {
  await upscale('poster', poster);
  return openNewest();
}

/** Opens the comparison of the newest row. */
async function openNewest(): Promise<Page> {
  const [page] = await Promise.all([
    stage.context.waitForEvent('page'),
    button(rows(popup).first(), 'Compare').click(),
  ]);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.getByRole('slider').waitFor();
  return page.bringToFront().then(() => page);
}

describe('the compare page', () => {
  it('shows both pictures, what is known about them, and that the result is faithful', async () => {
    const page = await compare();
    expect(new URL(page.url()).search).toMatch(/^\?job=[\w-]+$/);
    expect(await page.title()).toContain('poster');
    for (const name of ['Before', 'After']) {
      const width = page
        .getByRole('img', { name, exact: true })
        .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth));
      expect(await width).toBeGreaterThan(0);
    }
    await page.getByText(/^Faithful/).waitFor();
    await page.getByText('600 × 840').waitFor();
  });

  it('is moved and zoomed with the keyboard alone', async () => {
    const page = await compare();
    for (let tabs = 0; tabs < 15; tabs += 1) {
      if (await page.getByRole('slider').evaluate((el) => el === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await slider(page)).toBe('40');
    await page.keyboard.press('1');
    await expect.poll(() => zoom(page)).toBe('100%');
    await page.keyboard.press('+');
    await expect.poll(() => zoom(page)).toBe('200%');
    await page.keyboard.press('0');
    await expect.poll(() => button(page, 'Fit').getAttribute('aria-pressed')).toBe('true');
  });

  it('is moved and zoomed with the mouse', async () => {
    const page = await compare();
    const box = await page.getByRole('application').boundingBox();
    if (!box) throw new Error('no stage');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y, { steps: 4 });
    await page.mouse.up();
    expect(Number(await slider(page))).toBeLessThan(50);
    const before = await zoom(page);
    await page.mouse.wheel(0, -400);
    await expect.poll(() => zoom(page)).not.toBe(before);
  });

  it('saves', async () => {
    const page = await compare();
    const before = stage.savedFiles().length;
    await button(page, 'Save').click();
    await expect.poll(() => button(page, 'Save again').count()).toBe(1);
    expect(stage.savedFiles()).toHaveLength(before + 1);
  });

  it('copies the picture in full', async () => {
    const page = await compare();
    await button(page, 'Copy image').click();
    await expect.poll(() => button(page, 'Copied').count()).toBe(1);
    const copied = await sizeOnClipboard(page);
    const shown = await page
      .getByRole('img', { name: 'After', exact: true })
      .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
    expect(copied).toEqual(shown);
  });

  it('opens the picture alone', async () => {
    const page = await compare();
    const [alone] = await Promise.all([
      stage.context.waitForEvent('page'),
      button(page, 'Open').click(),
    ]);
    await expect.poll(() => alone.evaluate(() => document.contentType)).toMatch(/^image\//);
    expect(alone.url()).toMatch(/^blob:chrome-extension:/);
  });

  it('orders the same picture once more, and follows the new row', async () => {
    const page = await compare();
    const orders = stage.simulator.submissions.length;
    const address = page.url();
    await page.locator('summary', { hasText: 'Upscale again' }).click();
    await button(page, 'Upscale again').click();
    await expect.poll(() => page.url()).not.toBe(address);
    await expect.poll(() => stage.simulator.submissions.length).toBe(orders + 1);
    await expect.poll(() => page.getByRole('slider').count()).toBe(1);
    expect(stage.simulator.submissions.at(-1)).toMatchObject({ target: '4k' });
    await expect.poll(() => rows(popup).count()).toBe(2);
  });

  it('says so when the row is removed meanwhile', async () => {
    const page = await compare();
    await popup.bringToFront();
    await button(rows(popup).first(), 'Remove').click();
    await page.getByText('This image is no longer in the history.').waitFor();
  });

  it('takes an id and nothing else', async () => {
    const page = await compare();
    const address = new URL(page.url());
    address.search = '?job=https://evil.example/picture.svg';
    await page.goto(address.href);
    await page.getByText('This image is no longer in the history.').waitFor();
    expect(await page.getByRole('img').count()).toBe(0);
  });
});

describe('a tour by keyboard alone', () => {
  it('stays at one spot through all ways, in full screen and back, and axe finds nothing', async () => {
    const page = await compare();
    // The first key goes to the images.
    await page.keyboard.press('1');
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await expect.poll(() => zoom(page)).toBe('100%');
    const at = await spot(page);
    for (const [key, name] of [
      ['l', 'Lens'],
      ['t', 'Side by side'],
      ['b', 'Blink'],
      ['b', 'Blink'],
      ['d', 'Fade'],
      ['d', 'Fade'],
      ['s', 'Slider'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => pressed(page, name)).toBe('true');
      expect(await movedFrom(page, at), name).toBeLessThan(1);
      expect(await zoom(page)).toBe('100%');
      expect(await axeFaults(page), name).toEqual([]);
    }
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.tagName)).toBe('MAIN');
    expect(await focused(page)).toBe('compare-stage__field');
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
    expect(await focused(page)).toBe('compare-stage__field');
    await expect.poll(() => movedFrom(page, at)).toBeLessThan(1);
    // One section, moved and sized, then the whole image again.
    for (const key of ['r', 'ArrowLeft', 'Shift+ArrowDown', 'Enter'])
      await page.keyboard.press(key);
    await page.getByText(/^Section of \d+ × \d+ px/).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByText(/^Section of/).count()).toBe(0);
    expect(await focused(page)).toBe('compare-stage__field');
  });

  it('begins in the way that was chosen last', async () => {
    const page = await compare();
    await page.keyboard.press('t');
    await page.keyboard.press('p');
    await expect.poll(() => pressed(page, 'Pixels')).toBe('true');
    await page.reload();
    await expect.poll(() => pressed(page, 'Side by side')).toBe('true');
    expect(await pressed(page, 'Pixels')).toBe('true');
  });

  it('copies one section of the result', async () => {
    const page = await compare();
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    const words = await page.getByText(/^Section of/).textContent();
    await button(page, 'Copy section').click();
    await expect.poll(() => button(page, 'Copied').count()).toBe(1);
    expect(await sizeOnClipboard(page)).toEqual(
      words
        ?.match(/\d{2,}/g)
        ?.slice(0, 2)
        .map(Number),
    );
  });
});

describe('going on', () => {
  it('to the next and back keeps spot and zoom, and keeps or discards by a key, with a way back', async () => {
    await upscale('harbour', await PICTURES.harbour.make());
    await upscale('poster', poster);
    const page = await openNewest();
    expect(await heading(page)).toBe('poster');
    await page.keyboard.press('2');
    await page.keyboard.press('ArrowRight');
    const [x, y] = await spot(page);
    const zoomed = await zoom(page);
    const [wide, high] = await resultSize(page);
    await page.keyboard.press('PageDown');
    await expect.poll(() => heading(page)).toBe('harbour');
    const [nextWide, nextHigh] = await resultSize(page);
    expect(nextWide / nextHigh).not.toBeCloseTo(wide / high, 1);
    const same = [(x / wide) * nextWide, (y / high) * nextHigh] as const;
    expect(await movedFrom(page, same)).toBeLessThan(1);
    expect(await button(page, 'Next image').isDisabled()).toBe(true);
    await page.keyboard.press('PageUp');
    await expect.poll(() => heading(page)).toBe('poster');
    await expect.poll(() => movedFrom(page, [x, y])).toBeLessThan(1);
    expect(await zoom(page)).toBe(zoomed);

    await page.keyboard.press('k');
    await expect.poll(() => heading(page)).toBe('harbour');
    await page.getByText('1 kept').waitFor();
    await page.keyboard.press('x');
    await expect.poll(() => heading(page)).toBe('poster');
    await expect.poll(() => rows(popup).count()).toBe(1);
    expect(await focused(page)).toBe('compare-stage__field');
    await page.keyboard.press('u');
    await expect.poll(() => heading(page)).toBe('harbour');
    await expect.poll(() => rows(popup).count()).toBe(2);
  });

  it('between two results of one source, on either side', async () => {
    const page = await compare();
    await page.locator('summary', { hasText: 'Upscale again' }).click();
    await button(page, 'Upscale again').click();
    const [left, right] = ['On the left', 'On the right'].map((name) =>
      page.getByRole('combobox', { name }),
    );
    if (!left || !right) throw new Error('no lists');
    await expect.poll(() => left.count()).toBe(1);
    const names = await right.locator('option').allTextContents();
    expect(names.map((name) => name.slice(0, 2))).toEqual(['2K', '4K']);
    await left.selectOption({ index: 1 });
    await page.getByRole('img', { name: /^2K/ }).waitFor();
    await page.getByRole('img', { name: /^4K/ }).waitFor();
    // The two change sides.
    await right.selectOption({ index: 0 });
    await expect.poll(() => left.evaluate((list: HTMLSelectElement) => list.selectedIndex)).toBe(2);
    await left.selectOption({ label: 'Original' });
    await page.getByRole('img', { name: 'Before', exact: true }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('from what the badge counts, which the popup says first', async () => {
    const badge = () => popup.evaluate(() => chrome.action.getBadgeText({}));
    await upscale('poster', poster);
    // In view it is seen, and not counted.
    await expect.poll(badge).toBe('');
    await popup.evaluate(() => chrome.storage.local.set({ lastSeenAt: 1 }));
    await popup.reload();
    const line = popup.locator('.done-line');
    await line.getByText('1 image done').waitFor();
    const [page] = await Promise.all([
      stage.context.waitForEvent('page'),
      button(popup, 'Compare').first().click(),
    ]);
    await page.getByRole('slider').waitFor();
    expect(new URL(page.url()).searchParams.get('since')).toBe('1');
    await expect.poll(() => line.count()).toBe(0);
  });
});

describe('the menu of the row', () => {
  const choose = async (name: string) => {
    await popup.bringToFront();
    await button(rows(popup).first(), 'More').click();
    await popup.getByRole('menuitem', { name }).click();
  };

  it('copies the same picture', async () => {
    const page = await compare();
    await popup.bringToFront();
    await popup.evaluate(() => navigator.clipboard.writeText('nothing yet'));
    await choose('Copy image');
    await rows(popup).getByText('Copied').waitFor();
    const copied = await sizeOnClipboard(popup);
    const shown = await page
      .getByRole('img', { name: 'After', exact: true })
      .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
    expect(copied).toEqual(shown);
  });

  it('leads to where it can be ordered again', async () => {
    await (await compare()).close();
    const [page] = await Promise.all([
      stage.context.waitForEvent('page'),
      choose('Upscale again…'),
    ]);
    await expect.poll(() => page.getByRole('combobox', { name: 'Upscaler' }).count()).toBe(1);
  });
});
