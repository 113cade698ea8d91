/**
 * `npm run film`: records docs/images/film.webp, the product in twenty seconds. Drives the built extension
 * in a real Chromium with real clicks, against the simulator. Needs ImageMagick.
 */
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { PICTURES } from '@/simulator/pictures/pictures';
import { placeInToast, toastIn } from '@/tests/support/toast';
import { openStage, type Stage } from '../browsers/stage';
import { recordScreen } from './screen-recorder';

const FILM = fileURLToPath(new URL('../../docs/images/film.webp', import.meta.url));
/** The browser's window on the virtual display, px. */
const WINDOW = { left: 20, top: 20, width: 1_280, height: 900 };
const WIDTH = 960;
const LASTS_MS = 20_000;
const PICTURE = 'portrait';

async function untilToastSays(page: Page, words: RegExp): Promise<void> {
  while (!words.test((await toastIn(page))?.text ?? '')) await sleep(100);
}

async function act(stage: Stage, gallery: Page): Promise<void> {
  await sleep(400);
  const choose = await stage.openMenu(gallery, gallery.locator(`#${PICTURE}`));
  await sleep(1_200);
  await choose('2k');
  await untilToastSays(gallery, /^Upscaling/);
  await sleep(600);
  await untilToastSays(gallery, /^Done/);
  await sleep(1_200);
  await stage.moveTo(gallery, await placeInToast(gallery, 'Compare'));
  await sleep(400);
  const opened = stage.context.waitForEvent('page');
  stage.display.xdotool('click', '1');
  const compare = await opened;
  await compare.getByRole('slider').waitFor();
  await compare.getByText(/^Faithful/).waitFor();
  await click(stage, compare, '1:1');
  await drag(stage, compare);
  await click(stage, compare, 'Save');
  await compare.getByText('Saved', { exact: true }).first().waitFor();
  await sleep(800);
  await gallery.bringToFront();
  const worker = await stage.worker();
  await worker.evaluate(() => chrome.action.openPopup());
  await sleep(1_000);
}

async function click(stage: Stage, page: Page, name: string): Promise<void> {
  await stage.pointAt(page, page.getByRole('button', { name, exact: true }));
  await sleep(400);
  stage.display.xdotool('click', '1');
}

/** Steps of one drag of the divider. */
const STEPS = 12;

/** Drags the divider to the left, to the right, and back. */
async function drag(stage: Stage, compare: Page): Promise<void> {
  const box = await compare.getByRole('slider').boundingBox();
  if (!box) throw new Error('no divider');
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await stage.moveTo(compare, from);
  await sleep(300);
  stage.display.xdotool('mousedown', '1');
  for (let step = 0; step <= STEPS; step += 1) {
    const x = from.x + Math.sin((step / STEPS) * 2 * Math.PI) * 260;
    await stage.moveTo(compare, { x, y: from.y });
  }
  stage.display.xdotool('mouseup', '1');
  await sleep(300);
}

await Promise.all(Object.values(PICTURES).map(({ make }) => make()));
const stage = await openStage({ hasToasts: true, simulator: { processingMs: 1_800 } });
try {
  const gallery = await stage.openGallery();
  for (const page of stage.context.pages()) if (page !== gallery) await page.close();
  await gallery.locator(`#${PICTURE}`).scrollIntoViewIfNeeded();
  const recorder = recordScreen(stage.display, WINDOW);
  await act(stage, gallery);
  const film = await recorder.finish(WIDTH, LASTS_MS);
  writeFileSync(FILM, film);
  console.log(`${FILM}: ${Math.round(film.length / 1_000)} kB`);
} finally {
  await stage.close();
}
