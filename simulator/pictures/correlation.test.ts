import sharp from 'sharp';
import { expect, it } from 'vitest';
import { correlation } from './correlation';
import { PICTURES } from './pictures';

it('does not care what stands where a picture is see-through, and cares for the rest', async () => {
  const cutOut = await PICTURES.transparent.make();
  const onBlack = await sharp(cutOut).flatten({ background: '#000' }).png().toBuffer();
  expect(await correlation(cutOut, onBlack)).toBeGreaterThan(0.99);
  expect(await correlation(await PICTURES.harbour.make(), onBlack)).toBeLessThan(0.9);
});

it('is nothing where nothing can be compared', async () => {
  const clear = { width: 8, height: 8, channels: 4 as const, background: '#ff000000' };
  const nothing = await sharp({ create: clear }).png().toBuffer();
  expect(await correlation(nothing, await PICTURES.harbour.make())).toBe(0);
});
