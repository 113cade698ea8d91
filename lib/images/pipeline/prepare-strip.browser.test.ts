import { describe, expect, test } from 'vitest';
import { cutPart } from './cut-part';
import { inspect } from './inspect';
import { LIMITS } from './pass-through';
import { prepare } from './prepare';
import { joinFiles } from './strips/strip-files';

/** A strip of circles on a slope. */
async function strip(width: number, height: number, type: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const slope = context.createLinearGradient(0, 0, 0, height);
  slope.addColorStop(0, '#24508a');
  slope.addColorStop(1, '#f28482');
  context.fillStyle = slope;
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#fff3d6';
  for (let y = 0; y < height; y += width) {
    context.beginPath();
    context.arc(width / 2, y + width / 2, width / 4, 0, 7);
    context.fill();
  }
  return canvas.convertToBlob({ type, quality: 0.95 });
}

describe('a long picture', () => {
  test.each(['image/png', 'image/jpeg'])('%s is kept as it is, and cut', async (type) => {
    const picture = await strip(200, 2600, type);
    const { image, parts, sent } = await prepare(picture, { target: '2k' });
    expect(await image.arrayBuffer()).toEqual(await picture.arrayBuffer());
    expect(sent).toMatchObject({ width: 200, height: 2600 });
    expect(parts?.parts.length).toBeGreaterThan(1);
  });

  test('of another type becomes a PNG without loss', async () => {
    const picture = await strip(200, 2600, 'image/webp');
    const { changes, parts, sent } = await prepare(picture, { target: '2k' });
    expect(sent).toMatchObject({ type: 'png', width: 200, height: 2600 });
    expect(changes).toEqual(['converted']);
    expect(parts).toMatchObject({ width: 200, height: 2600, axis: 'y' });
  });

  test('longer than an upload may be is not scaled down', async () => {
    const { sent, changes, parts } = await prepare(await strip(300, 6000, 'image/webp'), {
      target: '2k',
    });
    expect(sent).toMatchObject({ width: 300, height: 6000 });
    expect(changes).not.toContain('shrunk');
    expect(parts?.parts.length).toBeGreaterThan(5);
  });

  test('has parts within the limits, which join to the whole', async () => {
    const picture = await strip(200, 2600, 'image/png');
    const { image, parts: plan } = await prepare(picture, { target: '2k' });
    if (!plan) throw new Error('no plan');
    const results = [];
    for (const [index, { width, height }] of plan.parts.entries()) {
      const bytes = await cutPart(image, plan, index);
      expect(await inspect(bytes)).toMatchObject({ width, height });
      expect(bytes.size).toBeLessThan(LIMITS.bytes);
      results.push({ bytes, width, height });
    }
    expect(await joinFiles(plan, results)).toMatchObject({ width: 200, height: 2600 });
  });
});
