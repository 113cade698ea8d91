import { expect, test, vi } from 'vitest';
import { parseSrcset, rankSrcset } from './srcset';

test.each([
  [
    'a.jpg 1x, b.jpg 2x',
    [
      ['a.jpg', undefined, 1],
      ['b.jpg', undefined, 2],
    ],
  ],
  [
    'a.jpg 320w, b.jpg 1280w',
    [
      ['a.jpg', 320, undefined],
      ['b.jpg', 1280, undefined],
    ],
  ],
  ['a.jpg', [['a.jpg', undefined, 1]]],
  [
    'a.jpg, b.jpg 1.5x',
    [
      ['a.jpg', undefined, 1],
      ['b.jpg', undefined, 1.5],
    ],
  ],
  // Commas inside an address belong to it unless they end it.
  [
    'https://x.example/w_300,h_200/a.jpg 300w, b.jpg 600w',
    [
      ['https://x.example/w_300,h_200/a.jpg', 300, undefined],
      ['b.jpg', 600, undefined],
    ],
  ],
  ['data:image/png;base64,AAAA 2x', [['data:image/png;base64,AAAA', undefined, 2]]],
  ['a.jpg 300w 200h', [['a.jpg', 300, undefined]]],
  [
    '\n  a.jpg\t300w ,\n b.jpg 2x\n',
    [
      ['a.jpg', 300, undefined],
      ['b.jpg', undefined, 2],
    ],
  ],
  ['a.jpg bogus, b.jpg 2x', [['b.jpg', undefined, 2]]],
  ['a.jpg -1x, b.jpg 0w, c.jpg 3x', [['c.jpg', undefined, 3]]],
  ['a.jpg (1,2) , b.jpg 2x', [['b.jpg', undefined, 2]]],
  // Units are lower case in the standard, and browsers drop others.
  ['a.jpg 1X, b.jpg 300W, c.jpg 2x', [['c.jpg', undefined, 2]]],
  [
    'a 1x, b 2x',
    [
      ['a', undefined, 1],
      ['b', undefined, 2],
    ],
  ],
  [',,,', []],
  ['', []],
  [null, []],
] as const)('%j', (input, expected) => {
  expect(parseSrcset(input).map((e) => [e.address, e.width, e.density])).toEqual(expected);
});

test('a set without end is cut between two entries', () => {
  const address = `x${',y'.repeat(50)}`;
  const entries = parseSrcset(`${address} 1x, `.repeat(99));
  expect(entries).toHaveLength(39);
  expect(new Set(entries.map((each) => each.address))).toEqual(new Set([address]));
});

test('a hostile set ends in time', () => {
  vi.spyOn(console, 'log').mockReturnValue();
  const started = performance.now();
  expect(parseSrcset('a,('.repeat(400_000)).length).toBeLessThanOrEqual(100);
  expect(parseSrcset(`${' '.repeat(900_000)}a.jpg 1x`)).toHaveLength(1);
  expect(parseSrcset('a bogus, '.repeat(100_000))).toEqual([]);
  expect(parseSrcset('a 1x, '.repeat(200_000))).toHaveLength(100);
  expect(performance.now() - started).toBeLessThan(1000);
});

test('widths and densities are ranked together', () => {
  const ranked = rankSrcset(parseSrcset('a.jpg 1x, b.jpg 3x, c.jpg 1000w'), 400);
  expect(ranked.map(({ address, pixels }) => [address, pixels])).toEqual([
    ['b.jpg', 1200],
    ['c.jpg', 1000],
    ['a.jpg', 400],
  ]);
});

test('commas without end take no time', () => {
  const started = performance.now();
  parseSrcset(`${','.repeat(3)}a${',a'.repeat(200_000)}${`${','.repeat(90_000)}b`.repeat(5)},`);
  expect(performance.now() - started).toBeLessThan(500);
});
