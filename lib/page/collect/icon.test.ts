import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IconFacts, isIcon } from './icon';

const PHOTO: IconFacts = {
  how: 'img',
  width: 1200,
  height: 800,
  shownWidth: 300,
  shownHeight: 200,
  names: 'photo',
  isSprite: false,
  count: 1,
};

describe('an icon', () => {
  it.each<[string, Partial<IconFacts>]>([
    ['tiny', { width: 40, height: 32, shownWidth: 40, shownHeight: 32 }],
    ['small and square', { width: 64, height: 64, shownWidth: 64, shownHeight: 64 }],
    ['repeated', { width: 100, height: 60, shownWidth: 100, shownHeight: 60, count: 3 }],
    ['called so', { width: 150, height: 90, shownWidth: 150, shownHeight: 90, names: 'site-logo' }],
    ['a sprite', { isSprite: true }],
    ['a mask', { how: 'mask' }],
  ])('%s', (_, changes) => {
    expect(isIcon({ ...PHOTO, ...changes })).toBe(true);
  });

  it('no thumbnail of a large file, and nothing whose size is unknown', () => {
    expect(isIcon({ ...PHOTO, shownWidth: 64, shownHeight: 64 })).toBe(false);
    expect(isIcon({ ...PHOTO, width: 0, height: 0, shownWidth: 0, shownHeight: 0 })).toBe(false);
  });

  it('nothing large, however it is called and however often it is shown', () => {
    const side = fc.integer({ min: 161, max: 5_000 });
    const facts = fc.record({ width: side, height: side, shownWidth: side, shownHeight: side });
    fc.assert(
      fc.property(facts, fc.nat(9), (sizes, count) => {
        expect(isIcon({ ...PHOTO, ...sizes, names: 'icon logo', count })).toBe(false);
      }),
    );
  });
});
