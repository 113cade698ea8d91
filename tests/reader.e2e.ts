import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { countsIn, readerOf, setLimit } from './support/batch-row';
import { readShownRows } from './support/database';
import { button, openBatch } from './support/history';

/** A chapter of twelve pages, read while it is being upscaled. */

// An order every two seconds: the pause between orders is the extension's own.
vi.setConfig({ testTimeout: 120_000 });

const PAGES = 12;
/** What the first part of the chapter may cost. */
const PAID = 4;
const PATIENCE = { timeout: 60_000, interval: 100 };

let stage: Stage;
let popup: Page;
let reader: Page;
let folder: string;
let address: string;
let complaints: string[];

/** A page of its own colour, taller than wide. */
function drawnPage(number: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="300"><rect width="200" height="300" fill="hsl(${number * 29} 70% 80%)"/><circle cx="${20 + number * 12}" cy="${280 - number * 20}" r="15"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** Something moved that the person did not move. */
interface Shift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null }[];
}

/** Runs in the page before anything of it: counts object URLs, and what moves by itself. */
function watch(): void {
  const seen = { urls: new Set<string>(), most: 0, moved: [] as string[] };
  Object.assign(window, { seen });
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    const url = createObjectURL.call(URL, blob);
    seen.urls.add(url);
    seen.most = Math.max(seen.most, seen.urls.size);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    seen.urls.delete(url);
    revokeObjectURL.call(URL, url);
  };
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Shift[]) {
      const what = sources.map(({ node }) => (node instanceof Element ? node.className : 'text'));
      seen.moved.push(`${what.join()}: ${value}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

interface Seen {
  urls: number;
  most: number;
  /** What moved by itself. */
  moved: string[];
}

const seen = (): Promise<Seen> =>
  reader.evaluate(() => {
    const { urls, ...others } = (
      window as unknown as { seen: Omit<Seen, 'urls'> & { urls: Set<string> } }
    ).seen;
    return { ...others, urls: urls.size };
  });

async function openReader(): Promise<void> {
  reader = await stage.context.newPage();
  reader.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  reader.on('pageerror', (error) => complaints.push(error.message));
  await reader.addInitScript(watch);
  await reader.setViewportSize({ width: 900, height: 700 });
  await reader.goto(address);
  await reader.getByRole('img').first().waitFor();
}

const position = () => reader.locator('.reader-pager__position').textContent();
const pageIs = (page: number) => expect.poll(position, PATIENCE).toBe(`Page ${page} of ${PAGES}`);
const kinds = () =>
  reader.locator('.reader-leaf').evaluateAll((all) => all.map((each) => each.dataset.kind));
/** Names of the pages in sight, from left to right. */
const inSight = () =>
  reader.getByRole('img').evaluateAll((all) =>
    all
      .map((each) => ({ box: each.getBoundingClientRect(), name: each.getAttribute('alt') ?? '' }))
      .filter(({ box }) => box.bottom > 60 && box.top < innerHeight - 90)
      .sort((a, b) => a.box.left - b.box.left)
      .map(({ name }) => Number(name.match(/\d+/)?.[0])),
  );
const scrollTop = () => reader.locator('main').evaluate((main) => main.scrollTop);

async function chooseLayout(name: string): Promise<void> {
  await button(reader, 'View').click();
  await reader.getByText(name, { exact: true }).click();
  await reader.keyboard.press('Escape');
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chapter-'));
  mkdirSync(join(folder, 'Chapter 1'));
  for (let page = 1; page <= PAGES; page += 1) {
    const file = join(folder, 'Chapter 1', `${String(page).padStart(2, '0')}.png`);
    writeFileSync(file, await drawnPage(page));
  }
  stage = await openStage({ simulator: { processingMs: 200, credits: { gift: 1_000 } } });
  popup = await stage.openPopup();
  await popup.setViewportSize({ width: 400, height: 2_000 });
  // What is dropped on a page that is not there yet is lost.
  await popup.locator('.drop-zone').waitFor();
  const devtools = await popup.context().newCDPSession(popup);
  const data = { items: [], files: [join(folder, 'Chapter 1')], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
  }
  await devtools.detach();
  const waiting = popup.locator('.waiting-batch');
  await waiting.getByText(`${PAGES} images wait for your start.`).waitFor();
  await waiting.getByRole('spinbutton').fill(String(PAID));
  await popup.keyboard.press('Tab');
  await button(popup, `Upscale ${PAGES}`).click();
  await waiting.waitFor({ state: 'detached' });
  await popup.locator('.batch-row__pause').waitFor({ timeout: 60_000 });
  await openBatch(popup);
  address = await readerOf(popup);
}, 120_000);

afterEach(async () => {
  await reader.close();
  expect(complaints).toEqual([]);
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
  rmSync(folder, { recursive: true });
});

describe('a chapter whose limit is reached', () => {
  it('shows originals with the reason, becomes sharp where it is, and never moves', async () => {
    complaints = [];
    expect(new URL(address).search).toMatch(/^\?batch=[\w-]+$/);
    const orders = stage.simulator.submissions.length;
    await openReader();
    expect(await reader.title()).toBe('Read Chapter 1');
    await reader.getByText(`${PAID} of ${PAGES} upscaled`).waitFor();
    await reader.getByLabel('Go to page').fill('6');
    await reader.keyboard.press('Enter');
    await pageIs(6);
    await reader.getByText(/^Paused: the next order could exceed the limit/).waitFor();
    await expect.poll(async () => new Set(await kinds())).toEqual(new Set(['source']));
    const marks = reader.locator('.reader-leaf__mark');
    await expect.poll(() => marks.first().textContent()).toBe('Original · Paused at the limit');
    // Reading orders nothing.
    expect(stage.simulator.submissions).toHaveLength(orders);

    await reader.mouse.move(400, 300);
    const before = (await scrollTop()) + 333;
    await reader.mouse.wheel(0, 333);
    await expect.poll(scrollTop).toBe(before);
    await setLimit(popup, 100);
    await expect.poll(kinds, PATIENCE).toContain('result');
    await expect
      .poll(async () => (await countsIn(popup)).done, { timeout: 100_000, interval: 200 })
      .toBe(PAGES);
    await expect.poll(async () => new Set(await kinds()), PATIENCE).toEqual(new Set(['result']));
    await expect.poll(() => marks.count()).toBe(0);
    expect(await scrollTop()).toBe(before);
    expect((await seen()).moved).toEqual([]);
  });

  it('is read as one strip without gaps, and is found again where it was left', async () => {
    complaints = [];
    await openReader();
    await reader.keyboard.press('Home');
    await pageIs(1);
    const edges = await reader
      .locator('.reader-leaf')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
    for (const [at, edge] of edges.slice(1).entries())
      expect(edge.top).toBeCloseTo(edges[at]?.bottom ?? Number.NaN, 3);

    for (let page = 2; page <= 9; page += 1) await reader.keyboard.press('ArrowRight');
    await pageIs(9);
    await reader.mouse.move(400, 300);
    await reader.mouse.wheel(0, 250);
    await reader.waitForTimeout(700);
    const left = await scrollTop();
    await reader.reload();
    await pageIs(9);
    await expect.poll(scrollTop).toBeCloseTo(left, -1);

    // However far it goes, pictures of few pages are held.
    for (let page = 9; page > 1; page -= 1) await reader.keyboard.press('ArrowLeft');
    await pageIs(1);
    await reader.keyboard.press('End');
    await pageIs(PAGES);
    await expect.poll(async () => (await seen()).urls).toBeLessThanOrEqual(4);
    expect((await seen()).most).toBeLessThanOrEqual(8);
  });

  it('is read in pages from right to left, by keys, clicks and in pairs', async () => {
    complaints = [];
    await openReader();
    // Another layout begins at the page where this one is.
    await reader.keyboard.press('End');
    await pageIs(PAGES);
    await chooseLayout('One page');
    await reader.waitForTimeout(300);
    await pageIs(PAGES);
    await chooseLayout('Right to left');
    await reader.keyboard.press('Home');
    await pageIs(1);
    await reader.keyboard.press('ArrowLeft');
    await pageIs(2);
    await reader.keyboard.press('ArrowRight');
    await pageIs(1);
    await reader.locator('main').click({ position: { x: 60, y: 200 } });
    await pageIs(2);
    await reader.locator('main').click({ position: { x: 800, y: 200 } });
    await pageIs(1);

    await reader.keyboard.press('l');
    await reader.keyboard.press('h');
    await expect.poll(inSight).toEqual([2, 1]);
    await reader.keyboard.press('ArrowLeft');
    await expect.poll(inSight).toEqual([4, 3]);
    await reader.keyboard.press('c');
    await expect.poll(inSight).toEqual([3, 2]);
    await reader.keyboard.press('d');
    await expect.poll(inSight).toEqual([2, 3]);

    // What was chosen is there the next time.
    await reader.reload();
    await expect.poll(inSight).toEqual([2, 3]);
  });

  it('never exceeds 100% where that is asked for, and shows originals while a key is held', async () => {
    complaints = [];
    await openReader();
    if ((await inSight()).length === 2) await reader.keyboard.press('l');
    await reader.keyboard.press('Home');
    await reader.keyboard.press('w');
    const image = reader.getByRole('img').first();
    const widths = () =>
      image.evaluate((shown: HTMLImageElement) => [shown.clientWidth, shown.naturalWidth] as const);
    await reader.setViewportSize({ width: 2_600, height: 900 });
    await expect.poll(async () => (await widths())[0]).toBeGreaterThan(2_000);
    await reader.keyboard.press('n');
    await expect.poll(async () => (await widths())[0]).toBe((await widths())[1]);
    const [, sharp] = await widths();
    const box = await image.boundingBox();
    await reader.keyboard.down('o');
    await expect.poll(async () => (await widths())[1]).toBe(200);
    expect(await image.boundingBox()).toEqual(box);
    await reader.keyboard.up('o');
    await expect.poll(async () => (await widths())[1]).toBe(sharp);
  });

  it('keeps the place of an image that is removed, and says when all are gone', async () => {
    complaints = [];
    await openReader();
    await reader.keyboard.press('Home');
    await pageIs(1);
    const [first] = (await readShownRows(popup)).toSorted((a, b) => a.createdAt - b.createdAt);
    const row = popup.locator(`[data-id="${first?.id}"]`);
    await button(row, 'Remove').click();
    await reader.getByRole('img', { name: /This image was removed/ }).waitFor();
    await pageIs(1);
    await button(popup, 'Undo').click();
    await expect
      .poll(() => reader.getByRole('img', { name: /This image was removed/ }).count())
      .toBe(0);

    await button(popup, 'Remove all').click();
    await expect.poll(() => readShownRows(popup), PATIENCE).toEqual([]);
    await reader.reload();
    await reader.getByText('This batch is no longer in the history.').waitFor();
  });
});
