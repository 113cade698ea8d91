import { expect, test } from 'vitest';
import { isBlankOnScreen } from './blank';

type Paint = (context: OffscreenCanvasRenderingContext2D) => void;

function cut(paint: Paint, width = 251, height = 188): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#ece8df';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#234';
  paint(context);
  return canvas.convertToBlob();
}

/** Colours what is outside of a box with rounded corners, as the page behind it does. */
function aroundRounded(context: OffscreenCanvasRenderingContext2D): void {
  const { width, height } = context.canvas;
  context.rect(0, 0, width, height);
  context.roundRect(0, 0, width, height, 18);
  context.fill('evenodd');
}

test.each<[string, Paint, boolean]>([
  ['one colour', () => undefined, true],
  ['one colour with rounded corners', aroundRounded, true],
  ['a dot in the middle', (context) => context.fillRect(120, 90, 8, 8), false],
  ['a line of words at the lower edge', (context) => context.fillRect(80, 176, 90, 8), false],
  ['a line along the left edge', (context) => context.fillRect(0, 60, 6, 60), false],
])('a cut of the screen with %s', async (_, paint, isBlank) => {
  expect(await isBlankOnScreen(await cut(paint))).toBe(isBlank);
});

test.each([
  [1, 1],
  [3, 300],
  [4000, 2],
])('a blank cut of %i x %i px', async (width, height) => {
  expect(await isBlankOnScreen(await cut(() => undefined, width, height))).toBe(true);
});
