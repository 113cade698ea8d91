import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { VIRTUAL, virtualPath } from '@/simulator/pages/virtual-page';
import { numberIn } from '@/simulator/pictures/numbered';
import { readShownRows } from './support/database';
import { button } from './support/history';
import { namesOf, openPickerFor, startBar, tiles } from './support/picker-page';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

const ALL = Array.from({ length: VIRTUAL.pictures }, (_, at) => at + 1);

/** Numbers in pictures, given as base64. */
const numbersIn = (pictures: readonly string[]): Promise<number[]> =>
  Promise.all(pictures.map((base64) => numberIn(Buffer.from(base64, 'base64'))));

/** Bytes of the thumbnails, as base64, in the order of the tiles; of those only that are there. */
function thumbnails(picker: Page): Promise<string[]> {
  return picker.evaluate(async () => {
    const images = [...document.querySelectorAll<HTMLImageElement>('.picker-tile img')];
    return Promise.all(
      images.map(async ({ src }) => {
        const bytes = new Uint8Array(await (await fetch(src)).arrayBuffer());
        return btoa(String.fromCharCode(...bytes));
      }),
    );
  });
}

/** Bytes of handed-in files, as base64, by the id of their row: as they came, or as they were read since. */
function storedFiles(page: Page, ids: readonly string[]): Promise<string[]> {
  return page.evaluate(async (keys) => {
    const opened = indexedDB.open('upscale-with-dreamina');
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const blobs = opened.result.transaction('blobs').objectStore('blobs');
    const asked = keys.map((key) => ['file', 'input'].map((kind) => blobs.get(`${key}/${kind}`)));
    await new Promise((resolve) => asked.at(-1)?.at(-1)?.addEventListener('success', resolve));
    opened.result.close();
    return Promise.all(
      asked.map(async (found) => {
        const [stored] = found.flatMap(({ result }) => (result as Blob | undefined) ?? []);
        const bytes = new Uint8Array((await stored?.arrayBuffer()) ?? new ArrayBuffer(0));
        return btoa(String.fromCharCode(...bytes));
      }),
    );
  }, ids);
}

it('all pictures of a virtual list are tiles after one scroll, each once and with its own bytes', async () => {
  const list = await stage.openGallery('/virtual');
  await list.locator('#list[data-read]').waitFor();
  const picker = await openPickerFor(stage, list, '#item-1');
  // All tiles are in view then.
  await picker.setViewportSize({ width: 1_280, height: 9_000 });
  await button(picker, 'Scroll for me').click();
  await picker.getByText('Scrolled to the end').waitFor({ timeout: 60_000 });
  await expect.poll(() => picker.evaluate(() => document.visibilityState)).toBe('visible');
  await expect.poll(() => tiles(picker).count()).toBe(VIRTUAL.pictures);
  const names = ALL.map((number) => `item ${number}`);
  // The last pictures told come at the end until the next measurement.
  await expect.poll(() => namesOf(tiles(picker))).toEqual(names);
  expect(
    await list.evaluate(() => document.querySelector('#list')?.getAttribute('data-most')),
  ).toBe(String(VIRTUAL.nodes));

  // What a tile shows was read from the bytes.
  await expect
    .poll(() => picker.locator('.picker-tile img').count(), { timeout: 60_000 })
    .toBe(VIRTUAL.pictures);
  expect(await numbersIn(await thumbnails(picker))).toEqual(ALL);

  // Nothing is ordered within such a limit.
  await picker.getByLabel('At most (credits)').fill('0');
  await button(picker, 'All').click();
  await button(picker, `Upscale ${VIRTUAL.pictures}`).click();
  await expect
    .poll(() => startBar(picker).textContent(), { timeout: 30_000 })
    .toMatch(`${VIRTUAL.pictures} added`);
  const popup = await stage.openPopup();
  const rows = (await readShownRows(popup)).toSorted((a, b) => a.createdAt - b.createdAt);
  expect(rows).toHaveLength(VIRTUAL.pictures);
  const files = rows.filter(({ origin }) => origin.kind !== 'page');
  const odd = ALL.filter((number) => number % 2 === 1);
  expect(rows.map(({ origin }) => origin.kind !== 'page')).toEqual(ALL.map((at) => at % 2 === 1));
  expect(
    await numbersIn(
      await storedFiles(
        popup,
        files.map(({ id }) => id),
      ),
    ),
  ).toEqual(odd);
  const addresses = rows.flatMap(({ origin }) => (origin.kind === 'page' ? [origin.url] : []));
  const even = ALL.filter((number) => number % 2 === 0);
  expect(addresses).toEqual(even.map((at) => `https://gallery.example${virtualPath(at)}`));
  const answers = addresses.map((url) => stage.simulator.handle(new Request(url)));
  const bytes = await Promise.all(answers.map(async (answer) => (await answer).arrayBuffer()));
  const numbers = await Promise.all(bytes.map((each) => numberIn(new Uint8Array(each))));
  expect(numbers).toEqual(even);
  expect(stage.simulator.submissions).toEqual([]);
}, 180_000);
