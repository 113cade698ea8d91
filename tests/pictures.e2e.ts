import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES, type PictureName } from '@/simulator/pictures/pictures';
import { button, clearRows, rows, untilDone, untilRowSays } from './support/history';

let stage: Stage;
let page: Page;
let popup: Page;
const errors: string[] = [];

beforeAll(async () => {
  stage = await openStage({ simulator: { processingMs: 300 } });
  const worker = await stage.worker();
  worker.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  popup = await stage.openPopup();
  page = await stage.openGallery('/cases');
  // Drawn before the first click, so that a slow drawing is no slow host.
  for (const { make } of Object.values(PICTURES)) await make();
});

afterEach(() => clearRows(popup));

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  expect(errors).toEqual([]);
  await stage.close();
});

describe('a picture that the service can use', () => {
  it.each([
    ['transparent', 'PNG with transparency', 'opaque'],
    ['rotated', 'JPEG turned by EXIF', 'rotated upright'],
    ['animated-gif', 'first frame of a GIF', 'converted'],
    ['avif', 'AVIF', 'converted'],
    ['bmp', 'BMP', 'converted'],
    ['svg', 'SVG', 'rasterised'],
  ] as const)('%s: %s, %s', async (name, _, change) => {
    await stage.upscale(page, `#${name}`);
    await untilDone(popup);
    const bytes = stage.simulator.uploads.at(-1)?.bytes ?? Buffer.alloc(0);
    const original = await PICTURES[name].make();
    if (change === 'opaque') expect((await sharp(bytes).stats()).isOpaque).toBe(true);
    const sent = await sharp(bytes).metadata();
    expect(['png', 'jpeg']).toContain(sent.format);
    expect((sent.width ?? 0) / (sent.height ?? 1)).toBeCloseTo(aspectOf(name), 1);
    // Under transparent parts there are other colours; `colours.e2e.ts` compares the result.
    if (name !== 'bmp' && name !== 'transparent') {
      const upright = await sharp(original).rotate().png().toBuffer();
      expect(await correlation(upright, bytes)).toBeGreaterThan(0.95);
    }
  });

  it('8000 × 6000 JPEG: scaled down to the longest side of the official API', async () => {
    await stage.upscale(page, '#huge');
    // It is larger than 2K already, so it is offered for nothing first.
    await untilRowSays(popup, /already/i, 30_000);
    await button(popup, 'Upscale anyway').click();
    await untilDone(popup, 60_000);
    const bytes = stage.simulator.uploads.at(-1)?.bytes ?? Buffer.alloc(0);
    expect(await sharp(bytes).metadata()).toMatchObject({
      format: 'jpeg',
      width: 4096,
      height: 3072,
    });
    expect(await correlation(await PICTURES.huge.make(), bytes)).toBeGreaterThan(0.95);
  });
});

/** A webtoon of 300 x 4000, drawn from pictures of the gallery. */
async function webtoon(): Promise<Buffer> {
  const panels = [PICTURES.harbour, PICTURES['night-lake'], PICTURES.portrait, PICTURES.poster];
  const inputs = await Promise.all(
    [...panels, ...panels].map(async ({ make }, index) => ({
      input: await sharp(await make())
        .resize(280, 460, { fit: 'cover' })
        .toBuffer(),
      left: 10,
      top: 20 + index * 500,
    })),
  );
  const paper = { width: 300, height: 4000, channels: 3, background: '#fff' } as const;
  return sharp({ create: paper }).composite(inputs).png().toBuffer();
}

it('a long picture: its price is said, its parts are ordered one by one, and joined', async () => {
  const orders = stage.simulator.submissions.length;
  const original = await webtoon();
  const file = { name: 'webtoon.png', mimeType: 'image/png', buffer: original };
  await popup.locator('input[type=file]').setInputFiles(file);
  const row = await untilRowSays(popup, /sent in 5 parts/);
  expect(stage.simulator.submissions).toHaveLength(orders);
  await button(row, 'Upscale anyway').click();
  await untilRowSays(popup, /part 2 of 5/);
  await untilDone(popup, 60_000);
  expect(await row.textContent()).toMatch(/5 parts joined/);
  expect(stage.simulator.submissions).toHaveLength(orders + 5);
  await button(row, 'Save').click();
  await untilRowSays(popup, /Saved/);
  const joined = await readFile(join(stage.downloads, 'webtoon_2k.png'));
  const { width = 0, height = 0 } = await sharp(joined).metadata();
  expect(width).toBeGreaterThan(600);
  expect(height / width).toBeCloseTo(4000 / 300, 1);
  expect(await correlation(original, joined)).toBeGreaterThan(0.95);
});

describe('a file that is no usable picture ends in a sentence and a button', () => {
  it.each([
    ['empty', /empty/i],
    ['truncated-jpeg', /damaged|incomplete/i],
    ['truncated-png', /damaged|incomplete/i],
    ['html-as-png', /web page/i],
    ['pixel', /too small/i],
    ['blank', /blank/i],
    // Its name is HEIC as well.
    ['heic', /HEIC images/],
  ] as const)('%s', async (name, sentence) => {
    const orders = stage.simulator.submissions.length;
    await stage.upscale(page, `#${name}`);
    // The name of the picture may be in the sentence, too.
    await untilRowSays(popup, /nothing was charged/i);
    const row = rows(popup).first();
    expect(await row.textContent()).toMatch(sentence);
    expect(await row.getByRole('button').count()).toBeGreaterThan(1);
    expect(stage.simulator.submissions).toHaveLength(orders);
  });
});

function aspectOf(name: PictureName): number {
  const { width, height } = PICTURES[name];
  return width / height;
}
