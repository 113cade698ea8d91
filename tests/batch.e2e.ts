import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { SIXTY } from '@/simulator/pages/sixty-page';
import { numberIn, numberOf } from '@/simulator/pictures/numbered';
import { countsIn, setLimit, wordsIn } from './support/batch-row';
import { readShownRows } from './support/database';
import { button, openBatch, rows } from './support/history';
import { namesOf, openPickerFor, startBar, tile, tiles } from './support/picker-page';
import { zipEntries } from './support/zip-entries';

/** A whole page at once, as a person does it: picked, limited, paused, killed, raised, saved. */

// An order every two seconds: the pause between orders is the extension's own.
vi.setConfig({ testTimeout: 300_000 });

const DAY_MS = 24 * 60 * 60_000;
const PATIENCE = { timeout: 150_000, interval: 200 };
/** The picture whose task fails twice, and the order that the service keeps for a day. */
const FAILING = 20;
const HELD_ORDER = 30;

let stage: Stage;
let popup: Page;
/** What the service takes for an order, credits. */
let price = 1;
/** How far the service's clock is ahead of ours, ms. */
let aheadMs = 0;

beforeAll(async () => {
  stage = await openStage({
    simulator: {
      now: () => Date.now() + aheadMs,
      processingMs: 300,
      slowMs: 2_500,
      queueLimit: 8,
      credits: { gift: 1_000 },
      reprice: () => price,
      delayMs: (order) => (order === HELD_ORDER ? DAY_MS : 0),
    },
  });
  // With Automatic, a picture that fails would teach it another upscaler, at another price.
  const worker = await stage.worker();
  await worker.evaluate(async () => {
    const { settings } = await chrome.storage.local.get<Record<string, object>>('settings');
    await chrome.storage.local.set({ settings: { ...settings, upscaler: 'smart-hd' } });
  });
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

/** The accepted orders, each with the number of its picture. */
function orders() {
  const { submissions, uploads } = stage.simulator;
  const numbers = new Map(uploads.map(({ uri, bytes }) => [uri, numberOf(bytes)]));
  return submissions.map(({ submitId, imageUri, charged }) => ({
    number: numbers.get(imageUri) ?? 0,
    charged,
    state: stage.simulator.orderState(submitId)?.state,
  }));
}

/** Credits that the service has taken and not given back. */
const spent = () => 1_000 - stage.simulator.credits.gift;

async function openPopup(): Promise<void> {
  popup = await stage.openPopup();
  await popup.setViewportSize({ width: 400, height: 5_000 });
}

/** Kills the browser, and comes back as a person does. */
async function kill(): Promise<void> {
  await stage.killBrowser();
  // Chromium writes cookies down at leisure; a login of long ago would still be there.
  await stage.signIn();
  await openPopup();
  await countsAre();
}

/** Waits for counts of the batch; those in between have to add up as well. */
async function countsAre(wanted: Partial<Awaited<ReturnType<typeof countsIn>>> = {}) {
  await popup.locator('.batch-row__facts').first().waitFor();
  await expect.poll(() => countsIn(popup), PATIENCE).toMatchObject(wanted);
}

/** Opens the picker for the sixty, and ticks from one picture to another. */
async function pick(from: number, to: number, credits: number): Promise<Page> {
  const page = await stage.openGallery('/sixty');
  const picker = await openPickerFor(stage, page, '#picture-1');
  await picker.setViewportSize({ width: 1_280, height: 4_000 });
  await expect.poll(() => tiles(picker).count(), { timeout: 30_000 }).toBe(SIXTY);
  await tile(picker, `picture ${from}`).click();
  await tile(picker, `picture ${to}`).click({ modifiers: ['Shift'] });
  await expect.poll(() => startBar(picker).textContent()).toMatch(`${to - from + 1} ticked`);
  await picker.getByLabel('At most (credits)').fill(String(credits));
  await picker.keyboard.press('Tab');
  return picker;
}

async function start(picker: Page, count: number): Promise<void> {
  await button(picker, `Upscale ${count}`).click();
  await expect.poll(() => startBar(picker).textContent()).toMatch(`${count} added`);
}

/** Orders the one that failed once more. The list draws only what is in sight. */
async function retryFailing(): Promise<void> {
  await popup.locator('[data-filter=needs]').click();
  await rows(popup)
    .getByRole('button', { name: /^Retry/ })
    .click();
  await popup.locator('[data-filter=all]').click();
}

describe('a batch', () => {
  it('of forty pictures of a page ends well, whatever comes between', async () => {
    const { faults } = stage.simulator;
    const of = (upload: Buffer) => numberOf(upload) === FAILING;
    faults.add({ at: 'generate', times: 2, effect: { kind: 'task-fails', of } });
    const picker = await pick(1, 40, 25);
    // Duplicates and icons are none of them, and neither lateness nor laziness changes the order.
    const all = Array.from({ length: SIXTY }, (_, at) => `picture ${at + 1}`);
    expect(await namesOf(tiles(picker))).toEqual(all);
    await start(picker, 40);
    await openPopup();

    await expect.poll(() => orders().length, PATIENCE).toBeGreaterThanOrEqual(8);
    await kill();

    // Twenty-five orders, of which one has failed.
    await countsAre({ found: 40, done: 24, failed: 1, waiting: 15 });
    await expect.poll(() => wordsIn(popup)).toMatch(/next order could exceed the limit/);
    expect(orders()).toHaveLength(25);
    expect(spent()).toBeLessThanOrEqual(25);
    await retryFailing();
    await countsAre({ found: 40, done: 24, failed: 0, waiting: 16 });
    expect(orders()).toHaveLength(25);

    await setLimit(popup, 60);
    await expect.poll(() => orders().length, PATIENCE).toBeGreaterThanOrEqual(34);
    await kill();
    // All but the one that the service keeps, and the one that failed once more.
    await countsAre({ found: 40, done: 38, failed: 1, waiting: 1 });
    await retryFailing();
    await countsAre({ found: 40, done: 39, failed: 0, waiting: 1 });
    aheadMs = DAY_MS;
    await countsAre({ found: 40, done: 40, failed: 0, waiting: 0 });

    const made = orders();
    const once = Array.from({ length: 40 }, (_, at) => at + 1);
    const finished = made.filter(({ state }) => state === 'finished');
    expect(finished.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(once);
    expect(made.filter(({ state }) => state !== 'finished')).toEqual([
      { number: FAILING, charged: 1, state: 'failed' },
      { number: FAILING, charged: 1, state: 'failed' },
    ]);
    expect(spent()).toBe(40);
  });

  it('is in one ZIP, in order, with every name of its own', async () => {
    await popup.bringToFront();
    expect((await readShownRows(popup)).filter(({ stage: at }) => at === 'done')).toHaveLength(40);
    await popup.getByRole('combobox', { name: 'Sort' }).selectOption('Oldest');
    await button(popup, 'Select').click();
    await popup.getByRole('checkbox', { name: 'All', exact: true }).check();
    await button(popup, 'More ways to save').click();
    await popup.getByRole('menuitem', { name: 'Save as ZIP' }).click();
    await popup.getByText('40 images are in the ZIP.').waitFor({ timeout: 60_000 });
    const [name = ''] = readdirSync(stage.downloads).filter((file) => file.endsWith('.zip'));
    const entries = zipEntries(readFileSync(join(stage.downloads, name)));
    const numbers = await Promise.all(entries.map(({ bytes }) => numberIn(bytes)));
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    for (const { bytes } of entries) {
      expect((await sharp(bytes).metadata()).height).toBe(2_160);
    }
    const distinct = new Set(entries.map((entry) => entry.name.toLowerCase()));
    expect(distinct.size).toBe(40);
    expect([...distinct].filter((entry) => entry.startsWith('cover_2k'))).toHaveLength(30);
  });

  it('stops at its limit when the price jumps from 2 to 9, says so, and goes on with the same rows', async () => {
    await openPopup();
    await openBatch(popup);
    await button(popup, 'Remove all').click();
    await expect.poll(() => readShownRows(popup)).toEqual([]);
    price = 2;
    const [before, paid] = [orders().length, spent()];
    await start(await pick(41, 46, 10), 6);
    await popup.bringToFront();
    await expect.poll(() => orders().length - before, PATIENCE).toBe(3);
    price = 9;
    await expect.poll(() => wordsIn(popup), PATIENCE).toMatch(/next order could exceed the limit/);
    await countsAre({ found: 6, done: 4, waiting: 2 });
    // Only the order that brought the surprise went out at the new price.
    expect(spent() - paid).toBe(3 * 2 + 9);
    expect(await wordsIn(popup)).toMatch(/cost 9 credits instead of the 2 credits expected/);
    const idsOf = async () => (await readShownRows(popup)).map(({ id }) => id);
    const ids = await idsOf();
    await setLimit(popup, 50);
    await countsAre({ found: 6, done: 6, waiting: 0 });
    expect(await idsOf()).toEqual(ids);
    expect(spent() - paid).toBe(3 * 2 + 3 * 9);
    const numbers = orders().slice(before);
    expect(numbers.map(({ number }) => number)).toEqual([41, 42, 43, 44, 45, 46]);
  });
});
