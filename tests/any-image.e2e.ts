import type { FrameLocator, Locator, Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage, UPSCALE_KEYS } from '@/scripts/stage';
import { ANY_CASES, type AnyCase } from '@/simulator/any-cases';
import { correlation } from '@/simulator/correlation';
import { PICTURES, type PictureName } from '@/simulator/pictures';
import { readShownRows } from './support/database';
import { answerPrompt, button, clearRows, rows, untilDone, untilRowSays } from './support/history';

let stage: Stage;
let popup: Page;
const pages = new Map<string, Page>();
/** Correlation with the expected original. */
const LIKE = 0.95;
/** A crop of the screen has the page's scale and rounding. */
const LIKE_ON_SCREEN = 0.8;
const MOST_CHOICES = 6;
/** What the whole table came to, by case; printed at the end. */
const tally = { found: new Set<string>(), fetched: new Set<string>(), refused: new Set<string>() };

beforeAll(async () => {
  for (const { make } of Object.values(PICTURES)) await make();
  stage = await openStage({ simulator: { processingMs: 200, credits: { gift: 1_000 } } });
  popup = await stage.openPopup();
  const options = await stage.context.newPage();
  await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
  const name = /^Offer “Upscale image under pointer” everywhere/;
  await options.getByRole('switch', { name }).click();
  await options.getByRole('switch', { name, checked: true }).waitFor();
  // The menu is built anew when the stored setting changes.
  await options.waitForTimeout(1_000);
  await options.close();
}, 180_000);

afterEach(async ({ task }) => {
  if (task.result?.errors?.length) console.error(task.name, await rows(popup).allTextContents());
  await clearRows(popup);
});

afterAll(async () => {
  process.stdout.write(
    `any image: ${ANY_CASES.length} cases, ${tally.found.size} found / ${tally.fetched.size} fetched / ${tally.refused.size} refused rightly\n`,
  );
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

async function pageAt(path: string): Promise<Page> {
  const known = pages.get(path);
  if (known) return known;
  const page = await stage.openGallery(path);
  if (path === '/any') await page.locator('html[data-ready]').waitFor();
  pages.set(path, page);
  return page;
}

/** What to click on: in the innermost of the frames, if there are any. */
function elementOf(page: Page, { frames = [], selector }: AnyCase): Locator {
  const outer = frames.reduce<Page | FrameLocator>(
    (place, frame) => place.frameLocator(frame),
    page,
  );
  return outer.locator(selector).first();
}

/** Everything a page says, closed shadow roots included. */
async function wordsOn(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  await session.detach();
  return nodes.map(({ nodeType, nodeValue }) => (nodeType === 3 ? nodeValue : '')).join(' ');
}

/**
 * Waits for a row; where the chooser asks instead, takes its nth candidate.
 * @returns whether it asked
 */
async function untilRow(page: Page, nth: number): Promise<boolean> {
  // From the database: a page in a hidden tab draws no rows.
  const hasRow = async () => (await readShownRows(popup)).length > 0;
  await expect
    .poll(hasRow, { timeout: 1_500, interval: 100 })
    .toBe(true)
    .catch(() => undefined);
  if (await hasRow()) return false;
  await page.bringToFront();
  stage.press(...Array.from({ length: nth }, () => 'Down'), 'Return');
  await expect.poll(hasRow, { timeout: 5_000 }).toBe(true);
  return true;
}

/** Answers what stands between the click and the bytes, as a person who says yes does. */
async function sayYes(): Promise<void> {
  await popup.bringToFront();
  const row = rows(popup).first();
  const allow = row.getByRole('button', { name: /^Allow (?!on all)/ });
  const save = button(row, 'Save');
  const anyway = button(row, 'Upscale anyway').or(button(row, 'Upscale again'));
  await expect
    .poll(async () => (await allow.or(save).or(anyway).count()) > 0, { timeout: 8_000 })
    .toBe(true);
  if ((await allow.count()) > 0) await answerPrompt(stage, allow, 'allow');
}

async function likeness(name: PictureName): Promise<number> {
  await sayYes();
  await untilDone(popup);
  const bytes = stage.simulator.uploads.at(-1)?.bytes ?? Buffer.alloc(0);
  return correlation(await PICTURES[name].make(), bytes);
}

/**
 * What stands below our entry in the menu: "Inspect", and on a bare page "View page source" too.
 * Chromium sees a canvas through what lies on it, but not a video.
 */
function entriesBelow(element: Locator): Promise<number> {
  return element.evaluate((node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    const below = document.elementsFromPoint(x + width / 2, y + height / 2);
    const isMedia = node.matches('video[src]') || below.some((one) => one.matches('canvas'));
    return isMedia || node.closest('a[href]') ? 1 : 2;
  });
}

/** By the menu entry for images, by the one for what is under the pointer, or by the key. */
async function click(page: Page, one: AnyCase): Promise<void> {
  await page.bringToFront();
  const element = elementOf(page, one);
  // Chromium draws no foreign frame that is out of view, and an undrawn element never settles.
  if (one.frames?.[0]) await page.locator(one.frames[0]).scrollIntoViewIfNeeded();
  await element.scrollIntoViewIfNeeded();
  if (one.menu === 'image') {
    await stage.rightClick(page, element, UPSCALE_KEYS['2k']);
  } else if (one.menu === 'pointer') {
    const ups = Array.from({ length: 1 + (await entriesBelow(element)) }, () => 'Up');
    await stage.rightClick(page, element, [...ups, 'Right', 'Return']);
  } else {
    await stage.pointAt(page, element);
    stage.press('alt+shift+u');
  }
}

async function expectSentence(page: Page, { id }: AnyCase, sentence: string): Promise<void> {
  const says = new RegExp(sentence, 'i');
  await popup.bringToFront();
  await expect
    .poll(async () => `${await rows(popup).allTextContents()} ${await wordsOn(page)}`, {
      timeout: 15_000,
    })
    .toMatch(says);
  await page.bringToFront();
  stage.press('Escape');
  tally.refused.add(id);
}

/**
 * Clicks until the expected picture was chosen. Where one picture clearly wins, the first click has
 * to do, unless the worker came too late to see the pointer and asked (lib/finder/pointer.ts).
 */
async function expectPicture(page: Page, one: AnyCase, name: PictureName): Promise<void> {
  const likenesses: number[] = [];
  let hasAsked = await untilRow(page, 0);
  for (let nth = 0; nth < MOST_CHOICES; nth += 1) {
    if (nth > 0) {
      await clearRows(popup);
      await click(page, one);
      hasAsked = await untilRow(page, nth);
    }
    likenesses.push(await likeness(name));
    if (!hasAsked || (likenesses.at(-1) ?? 0) > LIKE) break;
  }
  expect(Math.max(...likenesses)).toBeGreaterThan(LIKE);
}

async function check(page: Page, one: AnyCase): Promise<void> {
  const { id, expect: expected } = one;
  if ('sentence' in expected) {
    await expectSentence(page, one, expected.sentence);
    return;
  }
  if ('picture' in expected) {
    await expectPicture(page, one, expected.picture);
    tally.found.add(id);
    const upload = await sharp(stage.simulator.uploads.at(-1)?.bytes).metadata();
    const least = expected.width ?? PICTURES[expected.picture].width;
    if (!expected.chooser) expect(upload.width).toBeGreaterThanOrEqual(least);
  } else {
    await untilRow(page, 0);
    tally.found.add(id);
    if ('screen' in expected) {
      expect(await likeness(expected.screen)).toBeGreaterThan(LIKE_ON_SCREEN);
    } else {
      await popup.bringToFront();
      await untilRowSays(popup, /already/i);
      await button(popup, 'Keep it (free)').click();
      await untilDone(popup);
    }
  }
  tally.fetched.add(id);
}

describe('any image on any page', () => {
  it.each(ANY_CASES.map((one) => [one.id, one.title, one] as const))(
    '%s: %s',
    async (_, __, one) => {
      if (one.visit) await (await stage.openGallery()).goto(one.visit);
      const page = await pageAt(one.page ?? '/any');
      await page.bringToFront();
      // A try that failed may have left a menu or the chooser open.
      stage.press('Escape');
      await click(page, one);
      await check(page, one);
    },
  );
});
