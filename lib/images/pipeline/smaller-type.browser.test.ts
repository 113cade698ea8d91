import { afterEach, expect, test, vi } from 'vitest';
import { typesToTry } from './smaller-type';

async function painted(width: number, height: number, isPhoto: boolean): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#28c';
  context.fillRect(0, 0, width, height);
  if (isPhoto) {
    const part = context.createImageData(64, 64);
    for (let y = 0; y < height; y += 64) {
      for (let x = 0; x < width; x += 64) {
        crypto.getRandomValues(part.data);
        for (let at = 3; at < part.data.length; at += 4) part.data[at] = 255;
        context.putImageData(part, x, y);
      }
    }
  } else {
    context.fillStyle = '#fc3';
    for (let x = 0; x < width; x += 90) context.fillRect(x, 0, 30, height);
  }
  return createImageBitmap(canvas);
}

afterEach(() => {
  vi.restoreAllMocks();
});

test.each([
  ['a photo', true, 'image/jpeg'],
  ['a drawing', false, 'image/png'],
])('%s is encoded by one type, which a part of it tells', async (_, isPhoto, type) => {
  const encode = vi.spyOn(OffscreenCanvas.prototype, 'convertToBlob');
  expect(await typesToTry(await painted(2000, 1500, isPhoto), 0.95)).toEqual([type]);
  const sides = encode.mock.contexts.map((canvas) => {
    const { width, height } = canvas as OffscreenCanvas;
    return [width, height];
  });
  expect(sides).toEqual([
    [512, 512],
    [512, 512],
  ]);
});

test('a strip that is narrower than a part of it is told, too', async () => {
  expect(await typesToTry(await painted(64, 5000, true), 0.95)).toEqual(['image/jpeg']);
});

test('a small picture is tried by both', async () => {
  expect(await typesToTry(await painted(512, 512, true), 0.95)).toHaveLength(2);
});
