import { expect, it } from 'vitest';
import { isAlreadyLarge } from './target-size';

it.each([
  [800, 600, '2k', false],
  [2159, 2159, '2k', false],
  [2160, 2160, '2k', true],
  [3840, 1000, '2k', true],
  [3839, 1000, '2k', false],
  [3839, 2160, '4k', false],
  [4096, 2304, '4k', true],
  [2304, 4096, '4k', true],
  [8000, 6000, '4k', true],
] as const)('%i x %i for %s: %s', (width, height, target, expected) => {
  expect(isAlreadyLarge({ width, height }, target)).toBe(expected);
});
