import { expect, it, vi } from 'vitest';
import type { Pixels } from './fidelity-structure';
import { createPrints } from './prints';

/** A picture as text: its pixels follow from a seed, and `!` makes one that does not decode. */
const pictureOf = (seed: string) => new Blob([seed]);

async function read(blob: Blob, { width, height }: { width: number; height: number }) {
  const seed = await blob.text();
  if (seed === '!') throw new Error('does not decode');
  const phase = Number(seed);
  const data = new Uint8ClampedArray(width * height * 4).map((_, at) => {
    const [x, y] = [Math.floor(at / 4) % width, Math.floor(at / 4 / width)];
    return at % 4 === 3 ? 255 : 128 + 100 * Math.sin((x * (phase + 1)) / 5 + (y * y * phase) / 60);
  });
  return { data, width, height } as Pixels;
}

const stored = new Map([1, 2, 3].map((seed) => [`${seed}`, pictureOf(`${seed}`)]));
const printsOf = (picture = async (id: string) => stored.get(id)) => createPrints(picture, read);

it('finds the picture that is the same, among others', async () => {
  const prints = printsOf();
  for (const id of stored.keys())
    expect(await prints.find(pictureOf(id), ['1', '2', '3'])).toBe(id);
  expect(await prints.find(pictureOf('7'), ['1', '2', '3'])).toBeUndefined();
  expect(await prints.isOf(pictureOf('2'), '2')).toBe(true);
  expect(await prints.isOf(pictureOf('2'), '3')).toBe(false);
});

it('finds nothing where bytes are gone or do not decode, and still finds the others', async () => {
  const prints = printsOf(async (id) => (id === '1' ? pictureOf('!') : stored.get(id)));
  expect(await prints.find(pictureOf('2'), ['gone', '1', '2'])).toBe('2');
  expect(await prints.find(pictureOf('!'), ['2'])).toBeUndefined();
});

it('draws each stored picture once', async () => {
  const picture = vi.fn(async (id: string) => stored.get(id));
  const prints = printsOf(picture);
  for (let times = 0; times < 3; times += 1) await prints.find(pictureOf('9'), ['1', '2', '3']);
  expect(picture).toHaveBeenCalledTimes(3);
});

it('keeps a bounded number of prints, those asked for last', async () => {
  const picture = vi.fn(async () => pictureOf('1'));
  const prints = printsOf(picture);
  await prints.find(
    pictureOf('9'),
    Array.from({ length: 501 }, (_, at) => `${at}`),
  );
  picture.mockClear();
  await prints.find(pictureOf('9'), ['500', '1']);
  expect(picture).not.toHaveBeenCalled();
  await prints.find(pictureOf('9'), ['0']);
  expect(picture).toHaveBeenCalledOnce();
});
