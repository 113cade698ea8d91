import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { distinctPath } from './distinct-path';

function all(...paths: string[]): string[] {
  const taken = new Set<string>();
  return paths.map((path) => distinctPath(path, taken));
}

it('numbers equal paths before their extension', () => {
  expect(all('a/boat.png', 'a/boat.png', 'b/boat.png', 'a/boat.png')).toEqual([
    'a/boat.png',
    'a/boat (2).png',
    'b/boat.png',
    'a/boat (3).png',
  ]);
});

it('numbers names that differ by case or by the form of an accent only', () => {
  expect(all('Boat.png', 'bOAT.PNG', 'caf\u00e9', 'cafe\u0301')).toEqual([
    'Boat.png',
    'bOAT (2).PNG',
    'caf\u00e9',
    'cafe\u0301 (2)',
  ]);
});

it('takes a leading dot for no extension', () => {
  expect(all('a.b/.png', 'a.b/.png')).toEqual(['a.b/.png', 'a.b/.png (2)']);
});

it('never gives two paths that are one file, also beside names with numbers of their own', () => {
  const name = fc.constantFrom('a.png', 'A.png', 'a (2).png', 'a (3).png', 'x/a.png', 'a');
  fc.assert(
    fc.property(fc.array(name, { maxLength: 30 }), (names) => {
      const files = all(...names).map((path) => path.normalize('NFC').toLowerCase());
      expect(new Set(files).size).toBe(names.length);
    }),
  );
});
