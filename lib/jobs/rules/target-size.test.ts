import { expect, test } from 'vitest';
import { isAlreadyLarge } from './target-size';

test.each([
  [800, 600, '2k', false],
  [2159, 2159, '2k', false],
  [2160, 2160, '2k', true],
  [3840, 1300, '2k', true],
  [3839, 1300, '2k', false],
  [3839, 2160, '4k', false],
  [4096, 2304, '4k', true],
  [2304, 4096, '4k', true],
  [8000, 6000, '4k', true],
  // Strips: the shorter side decides.
  [300, 9000, '2k', false],
  [300, 9000, '4k', false],
  [800, 12_000, '2k', false],
  [12_000, 700, '2k', false],
  [3840, 1280, '2k', false],
  [2159, 20_000, '2k', false],
  [2160, 9000, '2k', true],
  [2160, 20_000, '2k', true],
  [2160, 20_000, '4k', false],
  [3840, 12_000, '4k', true],
] as const)('%i x %i for %s: %s', (width, height, target, expected) => {
  expect(isAlreadyLarge({ width, height }, target)).toBe(expected);
});
