import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isEnded } from '@/lib/jobs/model/job';
import { differenceOf } from '@/scripts/bench/pixel-difference';
import { type PixelFile, pixelFiles } from '@/scripts/bench/pixel-files';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { readResult, readShownRows } from './support/database';

/**
 * What arrives at the service is opaque 8-bit sRGB that looks as the file did, whatever its colours were, and
 * transparency comes back.
 */

const folder = mkdtempSync(join(tmpdir(), 'upscale-colours-'));
let stage: Stage;
let popup: Page;
let files: PixelFile[];

beforeAll(async () => {
  stage = await openStage({ simulator: { processingMs: 100, credits: { gift: 1_000 } } });
  popup = await stage.openPopup();
  files = await pixelFiles();
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stage.close();
});

async function sent(label: string): Promise<{ file: PixelFile; bytes: Buffer }> {
  const file = files.find((each) => each.label === label);
  if (!file) throw new Error(`no file "${label}"`);
  const path = join(folder, `${label.replace(/\W+/g, '-')}.${file.extension}`);
  writeFileSync(path, file.bytes);
  const known = stage.simulator.uploads.length;
  await popup.locator('input[type=file]').setInputFiles(path);
  await expect.poll(() => stage.simulator.uploads.length).toBeGreaterThan(known);
  return { file, bytes: stage.simulator.uploads.at(-1)?.bytes ?? Buffer.alloc(0) };
}

it.each(['JPEG, untagged', 'JPEG, sRGB', 'PNG, palette', 'PNG, cICP of sRGB'])(
  '%s: byte for byte',
  async (label) => {
    const { file, bytes } = await sent(label);
    expect(bytes.equals(file.bytes)).toBe(true);
  },
);

it.each([
  ['JPEG, Display P3', 5],
  ['JPEG, Display P3, turned', 5],
  ['PNG, Display P3', 5],
  ['PNG, 16 bit, Display P3', 5],
  ['PNG, gAMA 1.0 only', 5],
  // LittleCMS and libvips map its black differently; the browser's own conversion is off by 6 and 58.
  ['JPEG, CMYK with profile', 25],
  ['JPEG, CMYK, turned', 25],
])('%s: as it looked', async (label, largest) => {
  const { file, bytes } = await sent(label);
  const difference = await differenceOf(bytes, file.reference ?? file.bytes);
  expect(difference?.mean).toBeLessThan(1.3);
  expect(difference?.largest).toBeLessThanOrEqual(largest);
});

it.each(['PNG, palette, see-through', 'PNG, see-through, Display P3', 'WebP, see-through'])(
  '%s: opaque at the service, and transparent again in the result',
  async (label) => {
    const { file, bytes } = await sent(label);
    expect((await sharp(bytes).stats()).isOpaque).toBe(true);
    await expect.poll(async () => (await readShownRows(popup)).every(isEnded)).toBe(true);
    const rows = await readShownRows(popup);
    const [row] = rows.sort((a, b) => b.createdAt - a.createdAt);
    expect(row).toMatchObject({ stage: 'done', source: { transparency: { kind: 'kept' } } });
    expect(row?.result?.flaw).toBeUndefined();
    const result = sharp(await readResult(popup, row?.id ?? ''));
    const { width = 0, height = 0 } = await sharp(file.bytes).metadata();
    expect((await result.metadata()).width).toBeGreaterThan(2_000);
    const small = await result.resize(width, height, { fit: 'fill' }).png().toBuffer();
    const difference = await differenceOf(small, file.bytes);
    expect(difference?.mean).toBeLessThan(3);
    const alpha = (image: Buffer) => sharp(image).extractChannel('alpha').raw().toBuffer();
    const [found, truth] = [await alpha(small), await alpha(file.bytes)];
    const sum = found.reduce((all, value, at) => all + Math.abs(value - (truth[at] ?? 0)), 0);
    // A palette has its alpha in dots.
    expect(sum / found.length).toBeLessThan(2.5);
  },
);
