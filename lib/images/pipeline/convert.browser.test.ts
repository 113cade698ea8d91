import { describe, expect, it } from 'vitest';
import { convert } from './convert';
import { inspect } from './inspect';

async function painted(type: string, alpha: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(40, 24);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = `rgb(200 30 60 / ${alpha})`;
  context.fillRect(0, 0, 40, 24);
  return canvas.convertToBlob({ type, quality: 1 });
}

async function pixelOf(blob: Blob): Promise<number[]> {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
}

describe.each(['png', 'jpeg', 'webp'] as const)('convert to %s', (to) => {
  const from = to === 'png' ? 'webp' : 'png';

  it('keeps size and colours', async () => {
    const written = await convert(await painted(`image/${from}`, 1), from, to, 0.95);
    expect(await inspect(written)).toMatchObject({ type: to, width: 40, height: 24 });
    const [red = 0, green = 0, blue = 0] = await pixelOf(written);
    expect(Math.hypot(red - 200, green - 30, blue - 60)).toBeLessThan(12);
  });

  it('keeps transparency where the format has it, else makes it white', async () => {
    const written = await convert(await painted(`image/${from}`, 0), from, to, 0.95);
    expect(await pixelOf(written)).toEqual(to === 'jpeg' ? [255, 255, 255, 255] : [0, 0, 0, 0]);
  });

  it('passes a picture of that format through', async () => {
    const blob = await painted(`image/${to}`, 1);
    expect(await convert(blob, to, to, 0.5)).toBe(blob);
  });

  it('refuses a file that is not a picture', async () => {
    const blob = new Blob(['no picture']);
    await expect(convert(blob, from, to, 0.9)).rejects.toMatchObject({ code: 'image-broken' });
  });
});

it('writes smaller files at a lower quality', async () => {
  const canvas = new OffscreenCanvas(64, 64);
  const context = canvas.getContext('2d');
  const noise = context?.createImageData(64, 64);
  if (!context || !noise) throw new Error('no canvas');
  crypto.getRandomValues(noise.data);
  context.putImageData(noise, 0, 0);
  const png = await canvas.convertToBlob();
  const [low, high] = await Promise.all(
    [0.3, 0.95].map((quality) => convert(png, 'png', 'jpeg', quality)),
  );
  expect(low?.size).toBeLessThan(high?.size ?? 0);
});
