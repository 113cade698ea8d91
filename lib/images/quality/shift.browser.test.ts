import { expect, test } from 'vitest';
import { orientedJpeg } from '@/tests/support/images/image-files';
import { partAsPng } from '../pipeline/part-png';
import { measureShift } from './shift-check';

/** Size of the picture as shown, px. */
const SIZE = { width: 300, height: 400 };

/** Fields of colour with soft edges; `down` px further down. `isTurned`: as a camera stores it that was held upright. */
async function photo({ down = 0, isTurned = false } = {}): Promise<Blob> {
  const canvas = new OffscreenCanvas(
    isTurned ? SIZE.height : SIZE.width,
    isTurned ? SIZE.width : SIZE.height,
  );
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  // Orientation 6 turns what is stored by 90 degrees to the right.
  if (isTurned) context.transform(0, -1, 1, 0, 0, SIZE.width);
  context.fillStyle = '#345';
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  for (let at = 0; at < 60; at += 1) {
    context.fillStyle = `hsl(${at * 47} 70% ${30 + ((at * 13) % 50)}%)`;
    context.beginPath();
    context.arc((at * 71) % SIZE.width, ((at * 113) % SIZE.height) + down, 14 + (at % 5) * 6, 0, 7);
    context.fill();
  }
  context.fillStyle = '#f00';
  context.fillRect(SIZE.width - 40, 0, 40, 40);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
  if (!isTurned) return blob;
  return new Blob([orientedJpeg(new Uint8Array(await blob.arrayBuffer()), 6)]);
}

test('a picture that is stored turned lies where the upright one lies', async () => {
  expect(await measureShift(await photo(), await photo({ isTurned: true }))).toBeUndefined();
  const shift = await measureShift(await photo(), await photo({ isTurned: true, down: 3 }));
  expect(Math.abs(shift?.x ?? 9)).toBeLessThan(0.5);
  expect(Math.abs((shift?.y ?? 9) - 3)).toBeLessThan(0.5);
});

test.each([false, true])(
  'a part is cut out as it is shown; stored turned: %s',
  async (isTurned) => {
    const part = { x: SIZE.width - 30, y: 10, width: 20, height: 24 };
    const png = await partAsPng(await photo({ isTurned }), part);
    expect(png.type).toBe('image/png');
    const bitmap = await createImageBitmap(png);
    expect([bitmap.width, bitmap.height]).toEqual([20, 24]);
    const context = new OffscreenCanvas(20, 24).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const [red = 0, green = 255, blue = 255] = context?.getImageData(10, 12, 1, 1).data ?? [];
    expect(red).toBeGreaterThan(230);
    expect(Math.max(green, blue)).toBeLessThan(40);
  },
);

test('both sides of the page show a turned picture upright, at the size that is known of it', async () => {
  const image = new Image();
  image.src = URL.createObjectURL(await photo({ isTurned: true }));
  await image.decode();
  expect([image.naturalWidth, image.naturalHeight]).toEqual([SIZE.width, SIZE.height]);
  URL.revokeObjectURL(image.src);
});
