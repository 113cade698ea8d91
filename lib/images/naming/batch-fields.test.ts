import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type NameFacts, savePath } from './filename';

const FACTS: NameFacts = {
  name: 'boat',
  type: 'png',
  target: '2k',
  upscaler: 'smart-hd',
  host: 'gallery.example',
  title: 'Boats',
  width: 2880,
  height: 2160,
  id: '1b4e28ba',
  at: 0,
};
const named = (template: string, facts: Partial<NameFacts> = {}) =>
  savePath({ template, folder: '' }, { ...FACTS, ...facts });

it('numbers the images of a batch so that their names sort like the page', () => {
  const sizes = fc.integer({ min: 1, max: 2_000 });
  fc.assert(
    fc.property(sizes, (of) => {
      const names = Array.from({ length: of }, (_, at) =>
        named('{index}_{name}', { index: { value: at + 1, of } }),
      );
      expect(names.toSorted()).toEqual(names);
      expect(new Set(names.map(({ length }) => length)).size).toBe(1);
    }),
    { numRuns: 30 },
  );
});

it.each([
  ['{index}_{name}', 'boat.png'],
  ['{name}_{index}', 'boat.png'],
  ['{batch} - {name}', 'boat.png'],
  ['{alt}.{name}', 'boat.png'],
  ['{name}_{batch}_{index}_{alt}', 'boat.png'],
])('drops a field that a row does not have, with its separator: %s', (template, expected) => {
  expect(named(template)).toBe(expected);
});

it('has the name of the batch and the description of the image, made safe', () => {
  const facts = { batch: 'Chapter 1/2', alt: '../a red boat?', index: { value: 7, of: 40 } };
  expect(named('{batch}_{index}_{alt}', facts)).toBe('Chapter 1_2_07__a red boat_.png');
});
