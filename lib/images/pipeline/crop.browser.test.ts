import { expect, it } from 'vitest';
import { crop } from './crop';

/** 100 x 50 px, the right half red. */
async function picture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(100, 50);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#f00';
  context.fillRect(50, 0, 50, 50);
  return canvas.convertToBlob();
}

it.each([
  ['inside', { x: 50, y: 10, width: 20, height: 30 }, [20, 30]],
  ['over the edge', { x: 80, y: 40, width: 60, height: 60 }, [20, 10]],
  ['before the edge', { x: -10, y: -10, width: 30, height: 30 }, [20, 20]],
  ['between pixels', { x: 50.4, y: 0.4, width: 20.2, height: 20.2 }, [21, 21]],
])('a box %s is cut out', async (_, box, size) => {
  const bitmap = await createImageBitmap(await crop(await picture(), box));
  expect([bitmap.width, bitmap.height]).toEqual(size);
});

it('keeps the pixels of the box', async () => {
  const cut = await crop(await picture(), { x: 50, y: 0, width: 10, height: 10 });
  const context = new OffscreenCanvas(10, 10).getContext('2d');
  context?.drawImage(await createImageBitmap(cut), 0, 0);
  expect([...(context?.getImageData(5, 5, 1, 1).data ?? [])]).toEqual([255, 0, 0, 255]);
});

it.each([
  ['outside', { x: 200, y: 0, width: 10, height: 10 }],
  ['of no numbers', { x: Number.NaN, y: 0, width: 10, height: 10 }],
])('a box %s is refused', async (_, box) => {
  const cut = crop(await picture(), box);
  await expect(cut).rejects.toMatchObject({ code: 'image-too-small' });
});
