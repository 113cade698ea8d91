import { describe, expect, it } from 'vitest';
import type { CollectAnswer, Collected } from '@/lib/page/collect/collected';
import { parseAnswer, parseSmall } from './collector-schema';

const ID = '11111111-1111-4111-8111-111111111111';
const PAGE = 'https://gallery.example/';

const PICTURE: Collected = {
  id: ID,
  how: 'img',
  url: 'https://gallery.example/a.jpg',
  width: 600,
  height: 400,
  shownWidth: 300,
  shownHeight: 200,
  originals: ['https://gallery.example/large.jpg'],
};
const ANSWER: CollectAnswer = {
  document: ID,
  rev: 3,
  pictures: [PICTURE],
  dropped: [],
  joined: {},
  order: [ID, 'frame:2'],
  hiddenFrames: ['about:srcdoc'],
  path: [0, 3],
  url: PAGE,
  keptBytes: 0,
  isBusy: false,
  isScrolling: false,
  isAtEnd: false,
};

const withPicture = (changes: object) => ({ ...ANSWER, pictures: [{ ...PICTURE, ...changes }] });

describe('what a frame tells', () => {
  it('passes as it is, without members that nobody knows', () => {
    expect(parseAnswer({ ...withPicture({ more: 1 }), more: 1 }, PAGE)).toEqual(ANSWER);
  });

  it.each<[string, unknown]>([
    ['no object', 'hello'],
    ['an address that runs a script', withPicture({ url: 'javascript:alert(1)' })],
    ['a local file, of a web page', withPicture({ url: 'file:///etc/passwd' })],
    ['a long address', withPicture({ url: `https://x.example/${'a'.repeat(8_192)}` })],
    ['a long data address', withPicture({ url: `data:image/png;base64,${'A'.repeat(8_192)}` })],
    ['an endless name', withPicture({ alt: 'a'.repeat(201) })],
    ['a size that is none', withPicture({ width: -1 })],
    ['half a pixel', withPicture({ width: 1.5 })],
    ['an id of its own making', withPicture({ id: '__proto__' })],
    ['a key of its own making', withPicture({ captureKey: 'constructor' })],
    ['an unknown kind', withPicture({ how: 'toString' })],
    ['more pictures than one answer has', { ...ANSWER, pictures: Array(251).fill(PICTURE) }],
    ['an endless order', { ...ANSWER, order: Array(2_201).fill(ID) }],
    ['a revision that is none', { ...ANSWER, rev: Number.NaN }],
  ])('is refused: %s', (_, said) => {
    expect(parseAnswer(said, PAGE)).toBeUndefined();
  });

  it('may name local files if the tab shows one', () => {
    const said = withPicture({ url: 'file:///home/me/a.jpg' });
    expect(parseAnswer(said, 'file:///home/me/')?.pictures).toHaveLength(1);
  });
});

describe('a small picture', () => {
  const SMALL = { image: 'data:image/webp;base64,AAAA', width: 10, height: 10 };

  it('passes', () => {
    expect(parseSmall({ ...SMALL, bytes: 10, type: 'image/png' })).toMatchObject(SMALL);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a drawing, which may hold scripts', { ...SMALL, image: 'data:image/svg+xml;base64,AAAA' }],
    ['an address', { ...SMALL, image: 'https://x.example/a.webp' }],
    ['a large one', { ...SMALL, image: `data:image/webp;base64,${'A'.repeat(600_000)}` }],
    ['no size', { ...SMALL, width: 0 }],
  ])('is refused: %s', (_, said) => {
    expect(parseSmall(said)).toBeUndefined();
  });
});
