import { describe, expect, test } from 'vitest';
import { withChunks } from '@/tests/support/images/image-files';
import {
  type ColourSpace,
  chromaticityChunk,
  cicpChunk,
  gammaChunk,
  iccProfile,
  profiledJpeg,
  profiledPng,
  SPACES,
  shownInSrgb,
} from '@/tests/support/images/profiles';
import { ByteSource } from '../formats/byte-source';
import { withSrgbPrimaries } from '../formats/png';
import { prepare } from './prepare';

type Bytes = Uint8Array<ArrayBuffer>;

const SIDE = 128;
const CELL = 8;
const { p3, adobe, proPhoto, swapped, srgb } = SPACES;

/** Cells of one colour, so that a PNG is smaller than a JPEG. */
async function cells(type: 'image/png' | 'image/jpeg'): Promise<Bytes> {
  const pixels = new ImageData(SIDE, SIDE);
  for (let at = 0; at < SIDE * SIDE; at += 1) {
    const [x, y] = [Math.floor((at % SIDE) / CELL), Math.floor(at / SIDE / CELL)];
    pixels.data.set([x * 17, y * 17, ((x * 5 + y * 3) % 16) * 17, 255], at * 4);
  }
  return written(pixels, type);
}

/** Every level of red with every alpha. */
function fading(): Promise<Bytes> {
  const pixels = new ImageData(256, 256);
  for (let at = 0; at < 256 * 256; at += 1) {
    const [x, y] = [at % 256, at >> 8];
    pixels.data.set([x, (x * 7) & 255, (x * 13) & 255, y], at * 4);
  }
  return written(pixels, 'image/png');
}

async function written(pixels: ImageData, type: string): Promise<Bytes> {
  const canvas = new OffscreenCanvas(pixels.width, pixels.height);
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return new Uint8Array(await (await canvas.convertToBlob({ type, quality: 1 })).arrayBuffer());
}

async function pixelsOf(blob: Blob): Promise<Uint8ClampedArray> {
  const bitmap = await createImageBitmap(blob, { premultiplyAlpha: 'none' });
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
}

/** What is made of the tagged file, with its transparency, and what the samples of the untagged one show by the numbers of the space. */
async function differenceOf(plain: Bytes, tagged: Bytes, space: ColourSpace) {
  const prepared = await prepare(new Blob([tagged]), { target: '2k' });
  const [samples, sent] = [
    await pixelsOf(new Blob([plain])),
    await pixelsOf(prepared.shown ?? prepared.image),
  ];
  const shown = shownInSrgb(space);
  let [sum, max] = [0, 0];
  for (let at = 0; at < samples.length; at += 4) {
    const [r = 0, g = 0, b = 0, alpha = 0] = samples.subarray(at, at + 4);
    const wanted = shown([r / 255, g / 255, b / 255]);
    for (const [channel, value] of wanted.entries()) {
      const difference = (Math.abs(value - (sent[at + channel] ?? 0)) * alpha) / 255;
      sum += difference;
      max = Math.max(max, difference);
    }
  }
  return { mean: sum / ((samples.length / 4) * 3), max, sent: prepared.sent.colours };
}

describe('what is sent is 8-bit sRGB', () => {
  test.each<[string, ColourSpace, (plain: Bytes) => Bytes | Promise<Bytes>]>([
    ['PNG, Display P3', p3, (plain) => profiledPng(plain, iccProfile(p3))],
    ['PNG, Display P3, ICC 2', p3, (plain) => profiledPng(plain, iccProfile(p3, 2))],
    ['PNG, Adobe RGB', adobe, (plain) => profiledPng(plain, iccProfile(adobe))],
    ['PNG, ProPhoto RGB', proPhoto, (plain) => profiledPng(plain, iccProfile(proPhoto))],
    ['PNG, swapped', swapped, (plain) => profiledPng(plain, iccProfile(swapped))],
    ['PNG, gAMA only', { ...srgb, curve: [1.8] }, (plain) => withChunks(plain, gammaChunk(1.8))],
    [
      'PNG, gAMA and cHRM',
      adobe,
      (plain) => withChunks(plain, gammaChunk(563 / 256), chromaticityChunk(adobe)),
    ],
    ['PNG, cICP', p3, (plain) => withChunks(plain, cicpChunk(12, 13))],
  ])('%s', async (_, space, tag) => {
    const plain = await cells('image/png');
    const { mean, max, sent } = await differenceOf(plain, await tag(plain), space);
    expect(sent).toBeUndefined();
    expect(mean).toBeLessThan(0.5);
    expect(max).toBeLessThan(2);
  });

  test('also where little alpha is left', async () => {
    const plain = await fading();
    const tagged = await profiledPng(plain, iccProfile(adobe));
    expect((await differenceOf(plain, tagged, adobe)).max).toBeLessThan(4);
  });

  test('JPEG, of which another JPEG is made', async () => {
    const plain = await cells('image/jpeg');
    const tagged = profiledJpeg(plain, iccProfile(p3));
    const { mean, max, sent } = await differenceOf(plain, tagged, p3);
    expect(sent).toBeUndefined();
    // Colours at half the size would blur the edges of the cells.
    expect(mean).toBeLessThan(1);
    expect(max).toBeLessThanOrEqual(4);
  });
});

describe('a PNG of a gamma', () => {
  const rewritten = async (bytes: Bytes) => {
    const blob = new Blob([bytes]);
    const made = await withSrgbPrimaries(blob, new ByteSource(blob));
    return made === blob ? 'the same' : new Uint8Array(await made.arrayBuffer());
  };

  test('gets the primaries of sRGB, which Firefox needs', async () => {
    const plain = await cells('image/png');
    expect(await rewritten(withChunks(plain, gammaChunk(1.8)))).toEqual(
      withChunks(plain, chromaticityChunk(srgb), gammaChunk(1.8)),
    );
  });

  test('keeps its own, and one without a gamma, or with that of sRGB, gets none', async () => {
    const plain = await cells('image/png');
    const own = withChunks(plain, gammaChunk(1.8), chromaticityChunk(swapped));
    expect(await rewritten(own)).toBe('the same');
    expect(await rewritten(plain)).toBe('the same');
    expect(await rewritten(withChunks(plain, gammaChunk(2.2)))).toBe('the same');
  });
});
