import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ANY_CASES, type AnyCase } from '@/simulator/pages/any-cases';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES, type PictureName } from '@/simulator/pictures/pictures';
import { untilDone, untilRowSays } from '../journeys/driver';
import { isLiveLike } from '../support/live-like';
import { requestsNamingUs } from '../support/requests';
import type { OpenTable, TableDriver } from './driver';

/** Correlation with the expected original. */
const LIKE = 0.95;
/** A crop of the screen has the page's scale and rounding. */
const LIKE_ON_SCREEN = 0.8;
const MOST_CHOICES = 6;
const INTERVAL_MS = 100;
/** An order that the service was too busy to take is sent again after some seconds. */
const DONE_MS = isLiveLike ? 40_000 : 15_000;
/** The browsers are busy: half a second, and as much again. */
const ARMED_AFTER_MS = 1_000;

/**
 * Asks for the picture of every case in one browser, and looks at what reached the service.
 * @param cases default all there are
 */
export function runTable(
  browser: 'Chromium' | 'Firefox',
  open: OpenTable,
  cases: readonly AnyCase[] = ANY_CASES,
): void {
  let driver: TableDriver;
  /** What the whole table came to, by case; printed at the end. */
  const tally = {
    found: new Set<string>(),
    fetched: new Set<string>(),
    refused: new Set<string>(),
  };

  beforeAll(async () => {
    driver = await open();
  }, 180_000);

  afterEach(async ({ task }) => {
    if (task.result?.errors?.length) console.error(task.name, await driver.rowText());
    await clear(driver);
  });

  afterAll(async () => {
    const { found, fetched, refused } = tally;
    const skipped = cases.flatMap(({ id, cannot }) => {
      const reason = cannot?.[browser];
      return reason === undefined ? [] : [{ id, reason }];
    });
    process.stdout.write(
      `any image: ${browser}: ${cases.length} cases, ${found.size} found / ${fetched.size} fetched / ${refused.size} refused rightly, ${skipped.length} skipped\n`,
    );
    for (const { id, reason } of skipped) {
      process.stdout.write(`any image: ${browser} cannot: ${id}: ${reason}\n`);
    }
    const { simulator, consoleErrors } = driver;
    const wrong = {
      violations: simulator.violations,
      errors: consoleErrors(),
      // Of all these ways to a picture none may tell its host which extension asks.
      naming: requestsNamingUs(simulator),
    };
    await driver.close();
    expect(wrong).toEqual({ violations: [], errors: [], naming: [] });
  });

  for (const one of cases) {
    it.skipIf(one.cannot?.[browser] !== undefined)(`${one.id}: ${one.title}`, async () => {
      await driver.show(one);
      // A try that failed may have left a menu or the chooser open.
      await driver.pressIn(one, 'Escape');
      const before = driver.simulator.uploads.length;
      await driver.ask(one);
      const { expect: expected, id } = one;
      if ('sentence' in expected) {
        await expectSentence(driver, one, expected.sentence);
        expect(driver.simulator.uploads).toHaveLength(before);
        tally.refused.add(id);
        return;
      }
      await expectImage(driver, one, () => tally.found.add(id));
      tally.fetched.add(id);
    });
  }
}

/** The page or the row says why there is nothing. */
async function expectSentence(driver: TableDriver, one: AnyCase, sentence: string): Promise<void> {
  const says = new RegExp(sentence, 'i');
  // The history in front hides the page, whose screen may be looked at.
  const untilSaid = (timeout: number) =>
    expect
      .poll(async () => says.test(await driver.wordsOn(one)) || hasReadRow(driver), { timeout })
      .toBe(true);
  // The background came too late to see the pointer, and asks (lib/page/find/pointer.ts).
  await untilSaid(3_000).catch(() => driver.pressIn(one, 'Return'));
  await untilSaid(15_000);
  await driver.showHistory();
  await expect
    .poll(async () => `${await driver.rowText()} ${await driver.wordsOn(one)}`, {
      timeout: 15_000,
    })
    .toMatch(says);
  await driver.pressIn(one, 'Escape');
}

/** @param onFound called as soon as it is clear that something was found */
async function expectImage(driver: TableDriver, one: AnyCase, onFound: () => void): Promise<void> {
  const { expect: expected } = one;
  if ('picture' in expected) {
    await expectPicture(driver, one, expected.picture);
    onFound();
    const upload = await sharp(driver.simulator.uploads.at(-1)?.bytes).metadata();
    const least = expected.width ?? PICTURES[expected.picture].width;
    if (!expected.chooser) expect(upload.width).toBeGreaterThanOrEqual(least);
    return;
  }
  await untilRow(driver, one, 0);
  onFound();
  if ('screen' in expected) {
    expect(await likeness(driver, expected.screen)).toBeGreaterThan(LIKE_ON_SCREEN);
  } else {
    await driver.showHistory();
    await untilRowSays(driver, /already/i);
    await driver.press('Keep it (free)');
    await untilDone(driver);
  }
}

/**
 * Asks until the expected picture was chosen. Where one picture clearly wins, the first time has to
 * do, unless the background came too late to see the pointer and asked (lib/page/find/pointer.ts).
 */
async function expectPicture(driver: TableDriver, one: AnyCase, name: PictureName): Promise<void> {
  const likenesses: number[] = [];
  let hasAsked = await untilRow(driver, one, 0);
  for (let nth = 0; nth < MOST_CHOICES; nth += 1) {
    if (nth > 0) {
      await clear(driver);
      await driver.ask(one);
      hasAsked = await untilRow(driver, one, nth);
    }
    likenesses.push(await likeness(driver, name));
    if (!hasAsked || (likenesses.at(-1) ?? 0) > LIKE) break;
  }
  expect(Math.max(...likenesses)).toBeGreaterThan(LIKE);
}

/**
 * Waits for a row; where the chooser asks instead, takes its nth candidate.
 * @returns whether it asked
 */
async function untilRow(driver: TableDriver, one: AnyCase, nth: number): Promise<boolean> {
  await expect
    .poll(() => hasRow(driver), { timeout: 1_500, interval: INTERVAL_MS })
    .toBe(true)
    .catch(() => undefined);
  if (await hasRow(driver)) return false;
  // The chooser takes no choice before the person has seen it for half a second.
  await new Promise((resolve) => setTimeout(resolve, ARMED_AFTER_MS));
  await driver.pressIn(one, ...Array.from({ length: nth }, () => 'Down'), 'Return');
  await expect.poll(() => hasRow(driver), { timeout: 5_000 }).toBe(true);
  return true;
}

/** Removes every row that the database has: the history draws them only once it is in front. */
async function clear(driver: TableDriver): Promise<void> {
  while (await hasRow(driver)) {
    await driver.showHistory();
    const isDrawn = async () => (await driver.rowText()) !== '' || !(await hasRow(driver));
    await expect.poll(isDrawn, { interval: 50 }).toBe(true);
    await driver.clearRows();
  }
}

async function hasRow(driver: TableDriver): Promise<boolean> {
  return (await driver.rows()).length > 0;
}

/** Whether there is a row, and its picture was read, refused, or waits for somebody. */
async function hasReadRow(driver: TableDriver): Promise<boolean> {
  const [row] = await driver.rows();
  return row !== undefined && (row.stage !== 'queued' || row.waiting !== undefined);
}

/** How much the picture that reaches the service is like this one: -1 to 1. */
async function likeness(driver: TableDriver, name: PictureName): Promise<number> {
  // The history in front would hide a page that is still read, and costs the drawing of two pages.
  const isRead = () => hasReadRow(driver);
  await expect.poll(isRead, { timeout: 15_000, interval: INTERVAL_MS }).toBe(true);
  const hostAsked = async () => {
    const [row] = await driver.rows();
    return row?.waiting?.reason === 'permission' ? row.waiting.host : undefined;
  };
  // The image's host may ask, and then the result's.
  let isDone = false;
  while (!isDone) {
    let host: string | undefined;
    const isNext = async () => {
      host = await hostAsked();
      isDone = (await driver.rows())[0]?.stage === 'done';
      return isDone || host !== undefined;
    };
    await expect.poll(isNext, { timeout: DONE_MS, interval: INTERVAL_MS }).toBe(true);
    if (isDone) break;
    await sayYes(driver);
    await expect.poll(hostAsked, { timeout: 8_000, interval: INTERVAL_MS }).not.toBe(host);
  }
  const bytes = driver.simulator.uploads.at(-1)?.bytes ?? Buffer.alloc(0);
  return correlation(await PICTURES[name].make(), bytes);
}

/** Allows a host, as a person does. */
async function sayYes(driver: TableDriver): Promise<void> {
  await driver.showHistory();
  let allow: string | undefined;
  const isOffered = async () => {
    allow = (await driver.rowButtons()).find((name) => /^Allow (?!on all)/.test(name));
    return allow !== undefined;
  };
  await expect.poll(isOffered, { timeout: 8_000 }).toBe(true);
  await driver.pressAndAllow(allow ?? '');
}
