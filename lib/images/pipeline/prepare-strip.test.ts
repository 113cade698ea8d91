import sharp from 'sharp';
import { expect, it } from 'vitest';
import { passThrough } from './pass-through';
import { prepare } from './prepare';

async function png(width: number, height: number): Promise<Blob> {
  const picture = sharp({ create: { width, height, channels: 3, background: '#c63' } });
  return new Blob([new Uint8Array(await picture.png().toBuffer())]);
}

it.each([
  [300, 900],
  [900, 300],
  [300, 4000],
])('a strip of %i x %i is not passed through by its header alone', async (width, height) => {
  const strip = await png(width, height);
  expect(await passThrough(strip)).toBeUndefined();
  expect(await passThrough(strip, { bytes: 1e6, longSide: 4096 })).toBeDefined();
});

it('a strip that fits one order is passed through after all', async () => {
  const strip = await png(300, 900);
  const prepared = await prepare(strip, { target: '2k' });
  expect(prepared.image).toBe(strip);
  expect(prepared.parts).toBeUndefined();
});

// Node decodes nothing: these are refused by their headers.
it.each([
  ['too large once joined', 1700, 20_000, 'image-result-too-large'],
  ['too many orders', 16, 20_000, 'image-too-many-parts'],
])('refuses what would be %s', async (_, width, height, code) => {
  const refused = prepare(await png(width, height), { target: '2k' });
  await expect(refused).rejects.toMatchObject({ name: 'ImageError', code });
});
