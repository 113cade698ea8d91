import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourcePath } from './source-path';

it.each([
  ['ch 1/p2.png', 'png', 'ch 1/p2.png'],
  ['ch 1/p2.webp', 'png', 'ch 1/p2.png'],
  ['Cover.JPEG', 'jpeg', 'Cover.JPEG'],
  ['Cover.PNG', 'jpeg', 'Cover.jpg'],
  ['v1.2/no extension', 'png', 'v1.2/no extension.png'],
  ['.png', 'png', 'png.png'],
  ['猫/été.avif', 'webp', '猫/été.webp'],
] as const)('%s as %s: %s', (path, type, expected) => {
  expect(sourcePath(path, type)).toBe(expected);
});

it('stays inside the ZIP, whatever the path', () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '/',
    '\\',
    'C:',
    'con',
    'a',
    ' ',
    '\u202e',
    'é'.repeat(200),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const parts = sourcePath(pieces.join(''), 'png').split('/');
      for (const part of parts) {
        expect(part).toMatch(/^[^\\:.\s][^\\:]*$/);
        expect(part).not.toMatch(/^con(\.|$)/);
        expect(new TextEncoder().encode(part).length).toBeLessThan(250);
      }
      expect(parts.at(-1)).toMatch(/.\.png$/);
    }),
  );
});
