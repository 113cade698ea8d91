import { describe, expect, test } from 'vitest';
import { rowsOfBlob } from '../bands/bitmap-rows';
import { inspect } from '../inspect';
import { planParts, type StripPlan } from './plan-parts';
import { cutFile, joinFiles, type ResultFile } from './strip-files';

/** A strip of circles and slopes. */
function drawn(width: number, height: number, isClear = false): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const slope = context.createLinearGradient(0, 0, width, height);
  slope.addColorStop(0, '#24508a');
  slope.addColorStop(1, '#f28482');
  context.fillStyle = slope;
  if (!isClear) context.fillRect(0, 0, width, height);
  context.fillStyle = '#fff3d6';
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  for (let at = 0; at < long; at += short / 2) {
    context.beginPath();
    const [x, y] = height > width ? [short / 2, at] : [at, short / 2];
    context.arc(x, y, short / 5, 0, 7);
    context.fill();
  }
  return canvas;
}

function planOf(width: number, height: number): StripPlan {
  const plan = planParts({ width, height }, '2k', { longSide: 4096 });
  if (plan.kind !== 'parts') throw new Error(plan.kind);
  return plan;
}

/** Stands in for the service: the browser's own resampling. */
async function upscaled(part: Blob, factor: number, type = 'image/png'): Promise<ResultFile> {
  const bitmap = await createImageBitmap(part);
  const [width, height] = [bitmap.width * factor, bitmap.height * factor];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return { bytes: await canvas.convertToBlob({ type, quality: 0.95 }), width, height };
}

async function pixels({ bytes, width, height }: ResultFile): Promise<Uint8ClampedArray> {
  const source = rowsOfBlob(bytes, { width, height });
  const { data } = await source.read(0, height);
  source.close?.();
  return data;
}

describe.each([
  [120, 1300, 'image/png'],
  [1300, 120, 'image/jpeg'],
])('a strip of %i x %i', (width, height, type) => {
  test('is cut, and joined to what the whole would be', async () => {
    const plan = planOf(width, height);
    const strip = await drawn(width, height).convertToBlob();
    const results: ResultFile[] = [];
    for await (const part of cutFile(strip, plan)) {
      expect(await inspect(part)).toMatchObject({
        width: plan.parts[results.length]?.width,
        height: plan.parts[results.length]?.height,
      });
      results.push(await upscaled(part, 3, type));
    }
    expect(results).toHaveLength(plan.parts.length);
    const joined = await joinFiles(plan, results);
    expect(await inspect(joined.bytes)).toMatchObject({ width: width * 3, height: height * 3 });
    const found = await pixels(joined);
    const whole = await pixels(await upscaled(strip, 3));
    let sum = 0;
    for (let at = 0; at < whole.length; at += 1) {
      sum += Math.abs((whole[at] ?? 0) - (found[at] ?? 0));
    }
    expect(sum / whole.length).toBeLessThan(2);
  });
});

test('a strip keeps its transparency', async () => {
  const plan = planOf(120, 1300);
  const alpha = { data: new Uint8Array(120 * 1300), width: 120, height: 1300 };
  alpha.data.fill(255, 0, 120 * 650);
  const results: ResultFile[] = [];
  for await (const part of cutFile(await drawn(120, 1300).convertToBlob(), plan)) {
    results.push(await upscaled(part, 2));
  }
  const joined = await joinFiles(plan, results, alpha);
  const data = await pixels(joined);
  expect(data[(1290 * 240 + 100) * 4 + 3]).toBe(255);
  expect(data[(1310 * 240 + 100) * 4 + 3]).toBe(0);
});

test('a file that is no picture, and a result of another shape, are refused', async () => {
  const plan = planOf(120, 1300);
  await expect(cutFile(new Blob(['no picture']), plan).next()).rejects.toMatchObject({
    code: 'image-broken',
  });
  const square = await upscaled(await drawn(100, 100).convertToBlob(), 1);
  await expect(
    joinFiles(
      plan,
      plan.parts.map(() => square),
    ),
  ).rejects.toMatchObject({
    code: 'image-broken',
  });
});
