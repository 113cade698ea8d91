import type { Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { cutOff, lostOnTheWay, tooFaint, tooSmall, withoutName } from './support/accessibility';
import { axeFaults } from './support/axe';
import { readerOf } from './support/batch-row';
import { button, openBatch } from './support/history';
import { zipFile } from './support/zip-file';

/** The shipped reader with a chapter of which a part is upscaled: the stories are another build. */

vi.setConfig({ testTimeout: 120_000 });

const PAGES = 5;
/** What may be upscaled of it. The others stand there with the reason. */
const PAID = 2;

let stage: Stage;
let address: string;

/** A page of its own colour: a plain one would be refused as blank. */
function drawnPage(at: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="300"><rect width="200" height="300" fill="hsl(${at * 60} 70% 80%)"/><circle cx="${40 + at * 20}" cy="150" r="30"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

beforeAll(async () => {
  stage = await openStage({ simulator: { processingMs: 200, credits: { gift: 1_000 } } });
  const popup = await stage.openPopup();
  await popup.setViewportSize({ width: 400, height: 2_000 });
  const parts = await Promise.all(
    Array.from({ length: PAGES }, async (_, at) => ({
      name: `${at}.png`,
      bytes: await drawnPage(at),
    })),
  );
  const buffer = Buffer.from(await zipFile(parts).arrayBuffer());
  const chapter = { name: 'Chapter 1.cbz', mimeType: 'application/zip', buffer };
  await popup.locator('input[type=file]').setInputFiles(chapter);
  const waiting = popup.locator('.waiting-batch');
  await waiting.getByRole('spinbutton').fill(String(PAID));
  await popup.keyboard.press('Tab');
  await button(popup, `Upscale ${PAGES}`).click();
  await popup.locator('.batch-row__pause').waitFor({ timeout: 60_000 });
  await openBatch(popup);
  address = await readerOf(popup);
}, 120_000);

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

async function openReader(): Promise<Page> {
  const page = await stage.context.newPage();
  await page.setViewportSize({ width: 900, height: 700 });
  await page.goto(address);
  await page.getByRole('img').first().waitFor();
  return page;
}

/** Colours that are still on their way from one scheme to the other are nobody's. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})));
  });
}

/** Everything that is wrong in the page as it stands there, in light and dark, wide and narrow. */
async function faultsIn(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [900, 320]) {
    await page.setViewportSize({ width, height: width === 320 ? 640 : 700 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await untilStill(page);
      const found = [
        ...(await withoutName(page)),
        ...(await tooFaint(page)),
        ...(await tooSmall(page)),
        ...(await cutOff(page)),
        ...(await axeFaults(page)),
      ];
      faults.push(...found.map((fault) => `${width} px, ${colorScheme}: ${fault}`));
    }
  }
  return faults;
}

it.each(['Strip', 'One page', 'Two pages'])(
  'the layout "%s" and the view settings pass axe, and lose nothing at 320 px, light and dark',
  async (layout) => {
    const page = await openReader();
    await button(page, 'View').click();
    await page.getByText(layout, { exact: true }).click();
    await page.locator('.reader-keys summary').click();
    const open = await faultsIn(page);
    await page.setViewportSize({ width: 900, height: 700 });
    const walkedOpen = await lostOnTheWay(page);
    await page.keyboard.press('v');
    await page.getByRole('region', { name: 'View', exact: true }).waitFor({ state: 'detached' });
    // One that is not upscaled, with its reason.
    await page.keyboard.press('End');
    await page.getByText(/^Paused: the next order could exceed the limit/).waitFor();
    const closed = await faultsIn(page);
    const walked = await lostOnTheWay(page);
    expect({ open, walkedOpen, closed, walked }).toEqual({
      open: [],
      walkedOpen: [],
      closed: [],
      walked: [],
    });
    await page.close();
  },
);

it('is read, turned and set with the keyboard alone', async () => {
  const page = await openReader();
  // The tests before may have left another layout.
  await page.evaluate(() => chrome.storage.local.remove('reader'));
  await page.reload();
  await page.getByRole('img').first().waitFor();
  const position = () => page.locator('.reader-pager__position').textContent();
  const focus = () => page.evaluate(() => document.activeElement?.textContent);
  const tabTo = async (name: string, key: 'Tab' | 'Shift+Tab') => {
    for (let presses = 0; presses < 25 && (await focus()) !== name; presses += 1) {
      await page.keyboard.press(key);
    }
    expect(await focus()).toBe(name);
  };
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect.poll(position).toBe(`Page 2 of ${PAGES}`);

  await tabTo('View', 'Shift+Tab');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: 'View', exact: true });
  await panel.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await panel.getByRole('radio', { name: 'Strip' }).evaluate(isFocused)).toBe(true);
  await page.keyboard.press('ArrowRight');
  expect(await panel.getByRole('radio', { name: 'One page' }).isChecked()).toBe(true);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await focus()).toBe('View');

  // A key that opens it from the pages also leads back to them.
  await page.locator('main').focus();
  await page.keyboard.press('v');
  await panel.waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await page.locator('main').evaluate(isFocused)).toBe(true);

  await page.keyboard.press('g');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect.poll(position).toBe(`Page 4 of ${PAGES}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(position).toBe(`Page 5 of ${PAGES}`);
  await page.close();
});

/** Runs in the page. */
function isFocused(element: Element): boolean {
  return element === document.activeElement;
}
