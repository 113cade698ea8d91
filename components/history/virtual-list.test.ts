import { expect, it } from 'vitest';
import { spanIn } from './virtual-list';

const HEIGHTS = [100, 50, 200, 100];

it.each([
  [0, 100, { from: 0, to: 1 }],
  [-500, 101, { from: 0, to: 2 }],
  [100, 149, { from: 1, to: 2 }],
  [120, 400, { from: 1, to: 4 }],
  [349, 351, { from: 2, to: 4 }],
] as const)('finds what lies between %i and %i px', (top, bottom, span) => {
  expect(spanIn(HEIGHTS, top, bottom)).toEqual(span);
});

it('keeps one thing when the stretch lies outside, as after a list has become shorter', () => {
  expect(spanIn(HEIGHTS, 5_000, 6_000)).toEqual({ from: 3, to: 4 });
  expect(spanIn(HEIGHTS, -900, -300)).toEqual({ from: 0, to: 1 });
  expect(spanIn([], 0, 600)).toEqual({ from: 0, to: 0 });
});
