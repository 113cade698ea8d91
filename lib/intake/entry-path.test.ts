import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPath, comparePaths } from './entry-path';

describe('cleanPath', () => {
  it('keeps an honest path', () => {
    expect(cleanPath('Urlaub 2024/Tag 1/bild (3).png')).toBe('Urlaub 2024/Tag 1/bild (3).png');
  });

  it('never leaves the folder, whatever it is given', () => {
    const hostile = fc.array(
      fc.oneof(fc.constantFrom('..', '.', '', 'C:', '...', 'NUL', '\u0000', '\u202e'), fc.string()),
    );
    fc.assert(
      fc.property(hostile, fc.constantFrom('/', '\\'), (parts, slash) => {
        const cleaned = cleanPath(parts.join(slash));
        expect(cleaned).not.toMatch(/^\/|\\|[<>:"|?*]|\p{Cc}|\p{Bidi_Control}/u);
        for (const part of cleaned === '' ? [] : cleaned.split('/')) {
          expect(part).not.toMatch(/^\.*$/);
          expect(Array.from(part).length).toBeLessThanOrEqual(120);
        }
        expect(cleaned.split('/').length).toBeLessThanOrEqual(17);
        // A second cleaning changes nothing.
        expect(cleanPath(cleaned)).toBe(cleaned);
      }),
    );
  });
});

it('comparePaths counts as people do, folder by folder', () => {
  const paths = ['b/1.png', 'a 10/1.png', 'a 2/10.png', 'a 2/9.png', 'a 2/x/1.png'];
  expect(paths.toSorted(comparePaths)).toEqual([
    'a 2/9.png',
    'a 2/10.png',
    'a 2/x/1.png',
    'a 10/1.png',
    'b/1.png',
  ]);
});
