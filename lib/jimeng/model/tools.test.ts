import { expect, test } from 'vitest';
import { isStrip } from './tools';

test.each([
  [300, 900, true],
  [900, 300, true],
  [300, 899, false],
  [500, 500, false],
])('%i x %i is a strip: %s', (width, height, expected) => {
  expect(isStrip({ width, height })).toBe(expected);
});
