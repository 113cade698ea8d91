import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { PICTURES } from '@/simulator/pictures/pictures';
import { enlargeWithSharp } from '@/simulator/service/enlarge';
import { readBySharp } from '@/tests/support/read-by-sharp';
import { checkFidelity } from './fidelity-check';
import type { ReadPixels } from './read-pixels';

const blobOf = (bytes: Buffer) => new Blob([new Uint8Array(bytes)]);
const encoded = (image: Sharp) => image.png({ compressionLevel: 1 }).toBuffer();
const flat = (width: number, height: number, background: string) =>
  encoded(sharp({ create: { width, height, channels: 3, background } }));

/** A page of words: `size` px letters on a picture of 800 x 600, drawn `scale` times as large. */
function words(text: string, size: number, scale: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${800 * scale}" height="${600 * scale}">
    <rect width="100%" height="100%" fill="#f7f4ee"/>
    <text x="${40 * scale}" y="${200 * scale}" font-family="sans-serif" font-size="${size * scale}" fill="#222">${text}</text></svg>`;
  return encoded(sharp(Buffer.from(svg)));
}

const SOURCES = ['harbour', 'portrait', 'poster'] as const;

const made = new Map<string, Promise<OutputInfo & { data: Buffer }>>();

/** What an upscaler would make of it, decoded; made once. */
function enlarged(name: (typeof SOURCES)[number]) {
  const known = made.get(name);
  if (known) return known;
  const making = PICTURES[name]
    .make()
    .then((bytes) => enlargeWithSharp(bytes, '2x'))
    .then(({ bytes }) => sharp(bytes).raw().toBuffer({ resolveWithObject: true }))
    .then(({ data, info }) => ({ ...info, data }));
  made.set(name, making);
  return making;
}

/** The source and an enlargement of it, to which something is done; `times` is how much it grew. */
async function check(
  name: (typeof SOURCES)[number],
  change: (big: Sharp, size: { width: number; height: number; times: number }) => Sharp,
  worsen: (source: Sharp) => Sharp = (source) => source,
) {
  const original = await PICTURES[name].make();
  const { data, width, height, channels } = await enlarged(name);
  const times = width / PICTURES[name].width;
  const big = sharp(data, { raw: { width, height, channels } });
  const after = await encoded(change(big, { width, height, times }));
  const before = await worsen(sharp(original)).toBuffer();
  return checkFidelity(blobOf(after), blobOf(before), readBySharp);
}

type Change = Parameters<typeof check>[1];

describe.each(SOURCES)('%s', (name) => {
  it.each<[string, Change, Parameters<typeof check>[2]?]>([
    ['enlarged', (big) => big],
    ['sharpened', (big, { times }) => big.sharpen({ sigma: 0.7 * times, m1: 1, m2: 3 })],
    ['smoothed', (big) => big.median(5)],
    ['a little lighter', (big) => big.modulate({ brightness: 1.03 })],
    ['repaired after a bad JPEG', (big) => big, (source) => source.jpeg({ quality: 15 })],
  ])('%s is faithful', async (_, change, worsen) => {
    const { fidelity, flaws } = await check(name, change, worsen);
    expect(fidelity?.verdict).toBe('faithful');
    expect(fidelity?.worst).toBeUndefined();
    expect(fidelity?.structure).toBeGreaterThan(0.9);
    expect(fidelity?.colour).toBeLessThan(3);
    expect(flaws).toEqual([]);
  });

  it.each<[string, Change]>([
    ['blurred', (big, { times }) => big.blur(4 * times)],
    ['in other hues', (big) => big.modulate({ hue: 20 })],
    ['in grey', (big) => big.grayscale()],
    ['brighter', (big) => big.modulate({ brightness: 1.25 })],
    ['mirrored', (big) => big.flop()],
    ['upside down', (big) => big.flip()],
    [
      'a little aside',
      (big, { width, height }) =>
        big.affine([1, 0, 0, 1], { idx: width * 0.03 }).resize(width, height, { fit: 'cover' }),
    ],
  ])('%s differs', async (_, change) => {
    const { fidelity } = await check(name, change);
    expect(fidelity?.verdict).toBe('differs');
    expect(fidelity?.worst).toBeDefined();
  });
});

describe('words', () => {
  const LINE = 'No dogs on the pier';

  it.each([20, 32, 48])('of %d px that stayed the same are faithful', async (size) => {
    const report = await checkFidelity(
      blobOf(await words(LINE, size, 3)),
      blobOf(await words(LINE, size, 1)),
      readBySharp,
    );
    expect(report.fidelity).toMatchObject({ verdict: 'faithful' });
  });

  it.each([20, 32, 48])('of %d px that changed are found where they are', async (size) => {
    const { fidelity } = await checkFidelity(
      blobOf(await words(LINE.replace('dogs', 'cats'), size, 3)),
      blobOf(await words(LINE, size, 1)),
      readBySharp,
    );
    expect(fidelity?.verdict).toBe('differs');
    expect(fidelity?.share).toBeLessThan(0.1);
    expect((fidelity?.worst?.y ?? 0) * 600).toBeGreaterThan(200 - size * 1.5);
    expect((fidelity?.worst?.y ?? 0) * 600).toBeLessThan(200 + size);
  });
});

describe('a result that is', () => {
  it.each<[string, string, string[]]>([
    ['black', '#020202', ['black']],
    ['of one colour', '#8892a0', ['uniform']],
  ])('%s is called so', async (_, colour, flaws) => {
    const after = blobOf(await flat(2880, 2160, colour));
    const before = blobOf(await PICTURES.harbour.make());
    expect((await checkFidelity(after, before, readBySharp)).flaws).toEqual(flaws);
    expect(await checkFidelity(after, undefined, readBySharp)).toEqual({ flaws });
  });

  it('as dark as its source is not black', async () => {
    const report = await checkFidelity(
      blobOf(await flat(800, 600, '#050505')),
      blobOf(await flat(400, 300, '#060606')),
      readBySharp,
    );
    expect(report.flaws).toEqual([]);
  });

  it('without transparency is flagged, and its background is not a difference', {
    timeout: 60_000,
  }, async () => {
    const cutOut = await PICTURES.transparent.make();
    const big = sharp(cutOut).resize(1440, 1440);
    const kept = await checkFidelity(
      blobOf(await encoded(big.clone())),
      blobOf(cutOut),
      readBySharp,
    );
    expect(kept).toMatchObject({ flaws: [], fidelity: { verdict: 'faithful' } });
    const onBlack = await checkFidelity(
      blobOf(await encoded(sharp(await big.flatten().png().toBuffer()))),
      blobOf(cutOut),
      readBySharp,
    );
    expect(onBlack.flaws).toEqual(['transparency-lost']);
    expect(onBlack.fidelity?.share).toBeLessThan(0.02);
  });

  it('of another shape is not compared', async () => {
    const after = blobOf(await flat(600, 800, '#345'));
    const { fidelity } = await checkFidelity(
      after,
      blobOf(await PICTURES.harbour.make()),
      readBySharp,
    );
    expect(fidelity).toBeUndefined();
  });

  it('too narrow is not compared', async () => {
    const before = blobOf(await flat(2000, 20, '#345'));
    const report = await checkFidelity(blobOf(await flat(4000, 40, '#345')), before, readBySharp);
    expect(report).toEqual({ flaws: [] });
  });

  it('not a picture is refused', async () => {
    const bytes = new Blob(['<!doctype html><p>sorry']);
    await expect(checkFidelity(bytes, undefined, readBySharp)).rejects.toMatchObject({
      code: 'image-is-page',
    });
  });
});

it('reads both at the size of the source, and never larger than 512 px', async () => {
  const asked: unknown[] = [];
  const counting: ReadPixels = (blob, size) => {
    asked.push(size);
    return readBySharp(blob, size);
  };
  const large = blobOf(await flat(1600, 800, '#345'));
  await checkFidelity(large, blobOf(await flat(800, 400, '#345')), counting);
  await checkFidelity(large, blobOf(await flat(200, 100, '#345')), counting);
  expect(asked).toEqual([
    { width: 512, height: 256 },
    { width: 512, height: 256 },
    { width: 200, height: 100 },
    { width: 200, height: 100 },
  ]);
});
