import { afterEach, expect, test } from 'vitest';
import { createEncoder } from './encode-elsewhere';

let workers: Worker[] = [];
afterEach(() => {
  for (const worker of workers) worker.terminate();
  workers = [];
});

const encoder = () =>
  createEncoder(() => {
    const worker = new Worker(new URL('./encode-worker.ts', import.meta.url), { type: 'module' });
    workers.push(worker);
    return worker;
  });

function painted(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(40, 30);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = 'rgb(200 100 50 / 0.5)';
  context.fillRect(0, 0, 20, 30);
  context.fillStyle = '#123456';
  context.fillRect(20, 0, 10, 30);
  return canvas;
}

async function pixelsOf(blob: Blob): Promise<Uint8ClampedArray> {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
}

test.each(['image/png', 'image/jpeg', 'image/webp'] as const)(
  'writes %s as the document would',
  async (type) => {
    const elsewhere = await encoder()(painted(), { type, quality: 0.9 });
    const here = await painted().convertToBlob({ type, quality: 0.9 });
    expect(elsewhere.type).toBe(type);
    expect(await pixelsOf(elsewhere)).toEqual(await pixelsOf(here));
  },
);

test('answers each of several with its own file, by one worker', async () => {
  const encode = encoder();
  const types = ['image/png', 'image/jpeg', 'image/webp'];
  const blobs = await Promise.all(types.map((type) => encode(painted(), { type })));
  expect(blobs.map(({ type }) => type)).toEqual(types);
  expect(workers).toHaveLength(1);
});

test('rejects when its worker stops, and starts another one for the next picture', async () => {
  const encode = encoder();
  await encode(painted(), { type: 'image/png' });
  const stopped = encode(painted(), { type: 'image/png' });
  workers[0]?.dispatchEvent(new ErrorEvent('error'));
  await expect(stopped).rejects.toThrow('stopped');
  expect((await encode(painted(), { type: 'image/png' })).type).toBe('image/png');
  expect(workers).toHaveLength(2);
});
