import { describe, expect, test } from 'vitest';
import { rowsOfBlob } from '../bands/bitmap-rows';
import { bandsOf, rowsOf } from '../bands/raster';
import { writePng } from '../bands/write-png';
import { inspect } from '../inspect';
import { restoreAlpha, splitFile } from './restore-alpha';
import { decodeAlpha, encodeAlpha } from './store-alpha';

const SIZE = { width: 200, height: 120 };

/** Every alpha with every kind of colour, written without a canvas, so that nothing is premultiplied. */
function sweep() {
  const data = new Uint8ClampedArray(SIZE.width * SIZE.height * 4);
  for (let at = 0; at < SIZE.width * SIZE.height; at += 1) {
    data.set([(at * 37) % 256, (at * 91) % 256, (at * 151) % 256, at % 256], at * 4);
  }
  return { data, ...SIZE };
}

async function readAll(blob: Blob, size: { width: number; height: number }) {
  const source = rowsOfBlob(blob, size);
  const picture = await source.read(0, size.height);
  source.close?.();
  return picture;
}

test('reading by a canvas changes no pixel by more than one level on any background', async () => {
  const truth = sweep();
  const png = await writePng(truth, [truth], true);
  const { data } = await readAll(png, truth);
  let worst = 0;
  for (let at = 0; at < data.length; at += 4) {
    const alpha = (truth.data[at + 3] ?? 0) / 255;
    expect(data[at + 3]).toBe(truth.data[at + 3]);
    for (const ground of [0, 255]) {
      for (let channel = 0; channel < 3; channel += 1) {
        const found = (data[at + channel] ?? 0) * alpha + ground * (1 - alpha);
        const right = (truth.data[at + channel] ?? 0) * alpha + ground * (1 - alpha);
        worst = Math.max(worst, Math.abs(found - right));
      }
    }
  }
  expect(worst).toBeLessThanOrEqual(1);
});

test('a file is taken apart and put together again', async () => {
  const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#e63946';
  context.beginPath();
  context.arc(100, 60, 50, 0, 7);
  context.fill();
  const { colour, alpha } = await splitFile(await canvas.convertToBlob(), SIZE);
  expect(await inspect(colour)).toMatchObject({ type: 'png', ...SIZE });
  const sent = await readAll(colour, SIZE);
  // Red everywhere: no edge is left for the service to sharpen. A faint pixel has few levels of colour.
  for (let at = 0; at < sent.data.length; at += 4) {
    expect(Math.abs((sent.data[at] ?? 0) - 0xe6)).toBeLessThan(9);
    expect(sent.data[at + 3]).toBe(255);
  }
  const large = { width: 800, height: 480 };
  const bitmap = await createImageBitmap(colour, { resizeWidth: 800, resizeHeight: 480 });
  const result = new OffscreenCanvas(large.width, large.height);
  result.getContext('2d')?.drawImage(bitmap, 0, 0);
  const kept = await decodeAlpha(await encodeAlpha(alpha));
  const restored = await restoreAlpha(await result.convertToBlob(), large, kept);
  const { data } = await readAll(restored, large);
  const alphaAt = (x: number, y: number) => data[(y * large.width + x) * 4 + 3];
  expect(alphaAt(400, 240)).toBe(255);
  expect(alphaAt(400 + 195, 240)).toBe(255);
  expect(alphaAt(400 + 205, 240)).toBe(0);
});

test('of a picture of 16 megapixels', async () => {
  const size = { width: 4096, height: 4096 };
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = 'rgb(20 120 60 / 0.5)';
  context.fillRect(500, 500, 3000, 3000);
  const { colour, alpha } = await splitFile(await canvas.convertToBlob(), size);
  expect(alpha.data[0]).toBe(0);
  expect(await inspect(colour)).toMatchObject(size);
}, 60_000);

describe('an alpha in the store', () => {
  const plane = {
    data: Uint8Array.from({ length: 600 }, (_, at) => at % 251),
    width: 30,
    height: 20,
  };

  test('comes back as it was', async () => {
    expect(await decodeAlpha(await encodeAlpha(plane))).toEqual(plane);
  });

  test('is refused where it is damaged', async () => {
    const bytes = await encodeAlpha(plane);
    const longer = new Uint8Array(await bytes.arrayBuffer());
    longer[7] = 19;
    for (const broken of [bytes.slice(0, 4), bytes.slice(0, bytes.size - 9), new Blob([longer])]) {
      await expect(decodeAlpha(broken)).rejects.toMatchObject({ code: 'image-broken' });
    }
  });
});

test('a file that is too large to send is scaled as it is taken apart', async () => {
  const truth = sweep();
  const file = await writePng(truth, [truth], true);
  const half = { width: 100, height: 60 };
  const { colour, alpha } = await splitFile(file, half);
  expect(alpha).toMatchObject(half);
  expect(await inspect(colour)).toMatchObject(half);
});

test('a result of another size than its header told is refused', async () => {
  const truth = sweep();
  const file = await writePng(truth, [truth], false);
  const alpha = { data: new Uint8Array(4), width: 2, height: 2 };
  await expect(restoreAlpha(file, { width: 200, height: 121 }, alpha)).rejects.toMatchObject({
    code: 'image-broken',
  });
});

test('a file that is no picture is refused', async () => {
  await expect(splitFile(new Blob(['no picture']), SIZE)).rejects.toMatchObject({
    code: 'image-broken',
  });
  const rows = bandsOf(rowsOf(sweep()));
  expect((await writePng(SIZE, rows, true)).type).toBe('image/png');
});
