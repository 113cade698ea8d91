import sharp from 'sharp';
import { expect, it } from 'vitest';
import { enlargeWithSharp } from '../service/enlarge';
import { numbered, numberedAt, numberIn, numberOf } from './numbered';

it.each([1, 40, 127, 200, 255])('%i can be read from its picture at any size', async (number) => {
  const png = await numbered(number, 'n.png').make();
  expect(numberOf(png)).toBe(number);
  expect(await numberIn(png)).toBe(number);
  expect(await numberIn((await enlargeWithSharp(png, '2k')).bytes)).toBe(number);
  expect(await numberIn(await sharp(png).resize(64).jpeg().toBuffer())).toBe(number);
});

it('has no other addresses than those of its numbers', () => {
  expect(numberedAt('numbered/7/cover.png')).toMatchObject({ width: 407 });
  expect(numberedAt('numbered/late/7/cover.png')).toMatchObject({ width: 407 });
  for (const path of ['numbered/0/a.png', 'numbered/256/a.png', 'numbered/7/a.jpg']) {
    expect(numberedAt(path)).toBeUndefined();
  }
});
