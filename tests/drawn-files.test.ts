import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DRAWN_FILES, leftOutFiles } from './support/drawn-files';

it('every file that is drawn exists', () => {
  expect(DRAWN_FILES.filter((file) => !existsSync(file))).toEqual([]);
});

it('four seeds in a row run every file once', () => {
  const ran = [7, 8, 9, 10].flatMap((seed) => {
    const leftOut = leftOutFiles(seed);
    return DRAWN_FILES.filter((file) => !leftOut.includes(file));
  });
  expect(ran.toSorted()).toEqual(DRAWN_FILES.toSorted());
});
