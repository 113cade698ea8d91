import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn } from '@/tests/support/drawn';
import { framePicture } from '@/tests/support/page-pictures';
import { fold } from './fold';
import type { Seen } from './picture';

const NONE = new Map();
const foldAll = (seen: readonly Seen[]) => fold(seen, [1, 2], NONE);

describe('equal pictures', () => {
  it('are one tile, for which the largest rendition stands', () => {
    const [only, ...others] = foldAll([
      framePicture('a', { url: 'https://x.example/p', width: 100, height: 50 }),
      framePicture('b', { url: 'https://x.example/p#top', width: 400, height: 200, place: 9 }),
    ]);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: 'a', copies: ['a', 'b'], size: { width: 400, height: 200 } });
  });

  it('are found by their bytes under another address', () => {
    const file = { width: 9, height: 9, digest: 'd' };
    const read = (id: string): Seen => ({ ...framePicture(id), file });
    expect(foldAll([read('a1'), read('a2')])).toHaveLength(1);
  });

  it('are found by size, bytes and colours where they were read in two ways', () => {
    const read = (id: string, bytes: number, grey: number): Seen => ({
      ...framePicture(id),
      file: { width: 9, height: 9, bytes, digest: id, colours: new Array(192).fill(grey) },
    });
    const folded = foldAll([
      read('a1', 900, 100),
      read('a2', 900, 103),
      read('a3', 900, 110),
      read('a4', 901, 100),
    ]);
    expect(folded.map(({ copies }) => copies.join())).toEqual(['a1,a2', 'a3', 'a4']);
  });

  it('are found where the page shows the original of another one, in the same shape only', () => {
    const large = 'https://x.example/large.jpg';
    const thumb = (width: number) => framePicture('a1', { width, height: 100, originals: [large] });
    const original = framePicture('a2', { url: large, width: 1500, height: 1000 });
    expect(foldAll([thumb(150), original])).toHaveLength(1);
    expect(foldAll([thumb(300), original])).toHaveLength(2);
  });

  it('are not those that only share a possible original', () => {
    const originals = ['https://x.example/show.php'];
    const size = { width: 200, height: 100 };
    expect(
      foldAll([
        framePicture('a1', { originals, ...size }),
        framePicture('a2', { originals, ...size }),
      ]),
    ).toHaveLength(2);
  });
});

it('keeps page order, tab by tab', () => {
  const pictures = fold(
    [
      framePicture('late', { place: 5, tabId: 1 }),
      framePicture('other', { place: 0, tabId: 2 }),
      framePicture('early', { place: 2, tabId: 1 }),
    ],
    [1, 2],
    NONE,
  );
  expect(pictures.map(({ id }) => id)).toEqual(['early', 'late', 'other']);
});

it('says where a larger version is announced, and what was upscaled before', () => {
  const url = 'https://x.example/p.webp';
  const [picture] = fold(
    [
      framePicture('a', {
        url,
        width: 300,
        height: 200,
        announced: { width: 1200, height: 800 },
      }),
    ],
    [1],
    new Map([[url, ['2k']]]),
  );
  expect(picture).toMatchObject({
    larger: { width: 1200, height: 800 },
    hasLarger: true,
    doneIn: ['2k'],
    type: 'WebP',
    host: 'x.example',
  });
});

it('puts every picture into exactly one tile, in whatever order they came', () => {
  const pictures = fc.array(
    fc.record({
      address: fc.nat(6),
      digest: fc.option(fc.nat(4)),
      place: fc.nat(50),
      width: fc.nat(900),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(pictures, fc.infiniteStream(fc.nat()), (drawnPictures, orders) => {
      const seen = drawnPictures.map(({ address, digest, place, width }, at): Seen => {
        const file = digest === null ? {} : { file: { width, height: 10, digest: `${digest}` } };
        return {
          ...framePicture(`p${at}`, { url: `https://x.example/${address}`, place }),
          ...file,
        };
      });
      const shuffled = seen
        .map((each) => ({ each, order: orders.next().value ?? 0 }))
        .sort((a, b) => a.order - b.order)
        .map(({ each }) => each);
      const groups = (list: readonly Seen[]) =>
        foldAll(list)
          .map(({ copies }) => copies.toSorted().join())
          .sort();
      expect(groups(shuffled)).toEqual(groups(seen));
      expect(groups(seen).join().split(',').filter(Boolean).sort()).toEqual(
        seen.map(({ id }) => id).sort(),
      );
    }),
    drawn(100),
  );
});
