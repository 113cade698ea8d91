import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { readRows } from './support/database';
import { answerPrompt, button } from './support/history';
import { zipEntries } from './support/zip-entries';
import { zipFile } from './support/zip-file';

let stage: Stage;
let popup: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'intake-'));
  stage = await openStage({ simulator: { processingMs: 300 } });
  popup = await stage.openPopup();
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
  rmSync(folder, { recursive: true });
});

/** A small picture unlike every other one. */
function picture(red: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  return sharp({ create: { width: 320, height: 240, channels: 3, background: 'white', noise } })
    .tint({ r: red, g: 90, b: 200 - red })
    .png()
    .toBuffer();
}

const line = () => popup.locator('.drop-zone output').textContent();

/** Drags files or folders from the desktop onto the popup, as the browser gets them from the system. */
async function dropFromDisk(...files: string[]): Promise<void> {
  const devtools = await popup.context().newCDPSession(popup);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
  }
  await devtools.detach();
}

/** Starts the batch of this name, which has waited for that. */
async function start(name: string, count: number): Promise<void> {
  const batch = popup.locator('.waiting-batch', { hasText: name });
  await batch.getByText(`${count} images wait for your start.`).waitFor();
  await batch.getByRole('button', { name: `Upscale ${count}` }).click();
  await batch.waitFor({ state: 'detached' });
}

/** Chooses all rows that a search finds. */
async function selectFound(text: string): Promise<void> {
  await popup.getByRole('searchbox').fill(text);
  await button(popup, 'Select').click();
  await popup.getByRole('checkbox', { name: 'All', exact: true }).check();
}

it('takes a folder, addresses and a comic archive, and keeps their order', async () => {
  const trip = join(folder, 'trip');
  mkdirSync(join(trip, 'day 2'), { recursive: true });
  const names = ['9.png', '10.png', 'day 2/1.png', 'day 2/2.png', 'day 2/11.png'];
  for (const [index, name] of names.entries()) {
    writeFileSync(join(trip, name), await picture(index * 8));
  }
  writeFileSync(join(trip, 'notes.txt'), 'no image');
  writeFileSync(join(trip, '.DS_Store'), 'no file of a person');
  await dropFromDisk(trip);
  await expect.poll(line).toBe('5 images added. 1 file left out: not an image.');
  await popup.reload();
  await popup.getByText('Cost not known yet: the first one tells.').waitFor();
  expect(await readRows(popup)).toEqual([]);
  await start('trip', 5);

  await popup.evaluate(() => {
    const clipboardData = new DataTransfer();
    const urls = ['harbour.jpg', 'night-lake.png', 'mushroom.webp'];
    const lines = urls.map((file) => `https://gallery.example/images/${file}`);
    clipboardData.setData('text/plain', [...lines, 'not an address'].join('\n'));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect
    .poll(line)
    .toBe('3 images added. 1 line left out: not a web address. 1 site must be allowed first.');
  await answerPrompt(stage, button(popup, 'Allow access'), 'allow');
  await start('gallery.example', 3);

  const pages = await Promise.all(
    ['ch 1/p2.png', 'ch 1/p10.png', 'ch 2/p1.png', '../p3.png'].map(async (name, index) => ({
      name,
      bytes: await picture(100 + index * 8),
      isDeflated: index % 2 === 0,
    })),
  );
  const comic = join(folder, 'Volume 1.cbz');
  const archive = zipFile([...pages.toReversed(), { name: 'ComicInfo.xml', bytes: Buffer.of(60) }]);
  writeFileSync(comic, await archive.bytes());
  await popup.locator('input[type=file]').setInputFiles(comic);
  await expect.poll(line).toBe('4 images added. 1 file left out: not an image.');
  await start('Volume 1', 4);

  const all = async () => (await readRows(popup)).sort((a, b) => a.createdAt - b.createdAt);
  // Numbers count as numbers, and a file `10.png` comes before a folder `day 2`.
  await expect
    .poll(async () => (await all()).map(({ name }) => name).join())
    .toBe('9,10,1,2,11,harbour,night-lake,mushroom,p2,p10,p1,p3');
  expect(
    (await all()).flatMap(({ origin }) => (origin.kind === 'file' ? [origin] : [])),
  ).toMatchObject([
    { path: 'trip/9.png' },
    { path: 'trip/10.png' },
    { path: 'trip/day 2/1.png' },
    { path: 'trip/day 2/2.png' },
    { path: 'trip/day 2/11.png' },
    { archive: 'Volume 1', path: 'ch 1/p2.png' },
    { archive: 'Volume 1', path: 'ch 1/p10.png' },
    { archive: 'Volume 1', path: 'ch 2/p1.png' },
    { archive: 'Volume 1', path: 'p3.png' },
  ]);
  await expect
    .poll(async () => (await all()).filter((row) => row.stage === 'done').length, {
      timeout: 70_000,
      interval: 500,
    })
    .toBe(12);
  expect(stage.simulator.submissions).toHaveLength(12);
  expect(await popup.locator('.batch-row__name').allTextContents()).toEqual([
    'Volume 1',
    'gallery.example',
    'trip',
  ]);

  await selectFound('volume 1');
  await button(popup, 'More ways to save').click();
  await popup.getByRole('menuitem', { name: 'Save as ZIP' }).click();
  await popup.getByText('4 images are in the ZIP.').waitFor();
  const back = zipEntries(readFileSync(join(stage.downloads, 'Volume 1_2k.zip')));
  // As the archive has them, with names that are harmless.
  expect(back.map(({ name }) => name)).toEqual([
    'p3.png',
    'ch 2/p1.png',
    'ch 1/p10.png',
    'ch 1/p2.png',
  ]);

  await selectFound('trip');
  await button(popup, 'Save 5').click();
  await expect
    .poll(() => readdirSync(join(stage.downloads, 'trip'), { recursive: true }).toSorted(), {})
    .toEqual([
      '10_2k.png',
      '9_2k.png',
      'day 2',
      ...[11, 1, 2].map((each) => join('day 2', `${each}_2k.png`)),
    ]);
});

it('refuses an encrypted archive by its name', async () => {
  const locked = join(folder, 'locked.zip');
  const entry = { name: '1.png', bytes: await picture(7), isEncrypted: true };
  writeFileSync(locked, await zipFile([entry]).bytes());
  await popup.locator('input[type=file]').setInputFiles(locked);
  await expect.poll(line).toBe('“locked.zip” is protected by a password and was left out.');
});
