import { describe, expect, it } from 'vitest';
import { renditionKeyOf } from './rendition-key';

const CDN = 'https://cdn.example';

/** Whether two files of the ratio 3:2 count as one picture. */
const isOne = (a: string, b: string): boolean => {
  const key = renditionKeyOf(CDN + a, 300, 200);
  return key !== undefined && key === renditionKeyOf(CDN + b, 1_200, 800);
};

describe('one picture in two sizes', () => {
  it.each([
    ['/a-300x200.jpg', '/a-1200x800.jpg'],
    ['/a.jpg?w=300&q=40', '/a.jpg?w=1200&q=80'],
    ['/w_300,c_fill/a.jpg', '/w_1200,c_fill/a.jpg'],
    ['/a_640w.webp', '/a_1280w.webp'],
    ['/img?id=7&width=300', '/img?id=7&width=1200'],
  ])('%s and %s', (a, b) => {
    expect(isOne(a, b)).toBe(true);
  });
});

describe('two pictures', () => {
  it.each([
    ['/page-001.jpg', '/page-002.jpg'],
    ['/img?id=7&width=300', '/img?id=8&width=300'],
    ['/a.jpg?seed=1&w=300', '/a.jpg?seed=2&w=300'],
    ['/1920x1080/a.jpg', '/1920x1080/b.jpg'],
    ['/2024w12.jpg', '/2024w13.jpg'],
  ])('%s and %s', (a, b) => {
    expect(isOne(a, b)).toBe(false);
  });

  it('a picture and its crop', () => {
    const crop = renditionKeyOf(`${CDN}/a-150x150.jpg`, 150, 150);
    expect(crop).not.toBe(renditionKeyOf(`${CDN}/a-1200x800.jpg`, 1_200, 800));
  });

  it('whatever has no size yet', () => {
    expect(renditionKeyOf(`${CDN}/a-300x200.jpg`, 0, 0)).toBeUndefined();
  });
});
