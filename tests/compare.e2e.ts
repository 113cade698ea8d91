import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { PICTURES } from '@/simulator/pictures/pictures';
import { button, clearRows, rows, untilDone } from './support/history';

let stage: Stage;
let popup: Page;
let poster: Buffer;
/** What the pages complained about: the policy of the extension's pages would show here. */
let complaints: string[];

beforeAll(async () => {
  poster = await PICTURES.poster.make();
  stage = await openStage({ simulator: { processingMs: 1_500 } });
  popup = await stage.openPopup();
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  for (const page of stage.context.pages()) {
    if (/compare\.html|^blob:/.test(page.url())) await page.close();
  }
  await clearRows(popup);
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

/** Width and height of the picture that was copied. */
async function sizeOnClipboard(page: Page): Promise<number[] | undefined> {
  await stage.context.grantPermissions(['clipboard-read']);
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const image = item && (await createImageBitmap(await item.getType('image/png')));
    return image && [image.width, image.height];
  });
}

/** Upscales a file and opens its comparison, as a person does. */
async function compare(): Promise<Page> {
  complaints = [];
  await popup.bringToFront();
  const file = { name: 'poster.png', mimeType: 'image/png', buffer: poster };
  await popup.locator('input[type=file]').setInputFiles(file);
  await untilDone(popup);
  const [page] = await Promise.all([
    stage.context.waitForEvent('page'),
    button(rows(popup).first(), 'Compare').click(),
  ]);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.getByRole('slider').waitFor();
  await page.bringToFront();
  return page;
}

const slider = (page: Page) => page.getByRole('slider').getAttribute('aria-valuenow');
const zoom = (page: Page) => page.getByRole('toolbar').locator('output').textContent();

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
    await expect.poll(() => zoom(page)).toBe('125%');
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
    await expect.poll(() => button(page, 'Copied').count(), { timeout: 15_000 }).toBe(1);
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
    await expect.poll(() => page.getByRole('slider').count(), { timeout: 20_000 }).toBe(1);
    expect(stage.simulator.submissions).toHaveLength(orders + 1);
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
