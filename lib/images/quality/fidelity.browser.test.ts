import { describe, expect, test } from 'vitest';
import { asPng } from '../pipeline/as-png';
import { inspect } from '../pipeline/inspect';
import { checkResult } from './check-result';
import { checkFidelity } from './fidelity-check';

/** A picture of shapes, at any size; `words` stand in its middle. */
async function drawing(
  width: number,
  { type = 'image/png', words = 'SEA 7' }: { type?: string; words?: string } = {},
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, width * 0.75);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.scale(width / 400, width / 400);
  const sky = context.createLinearGradient(0, 0, 0, 300);
  sky.addColorStop(0, '#24508a');
  sky.addColorStop(1, '#f28482');
  context.fillStyle = sky;
  context.fillRect(0, 0, 400, 300);
  context.fillStyle = '#fff3d6';
  context.beginPath();
  context.arc(300, 80, 40, 0, 7);
  context.fill();
  context.fillStyle = '#5b2a1f';
  context.font = 'bold 40px sans-serif';
  context.fillText(words, 60, 200);
  return canvas.convertToBlob({ type, quality: 0.92 });
}

describe('with the browser’s own decoder', () => {
  test.each(['image/png', 'image/jpeg', 'image/webp'])('%s is faithful', async (type) => {
    const { fidelity, flaws } = await checkFidelity(
      await drawing(2048, { type }),
      await drawing(400, { type: 'image/jpeg' }),
    );
    expect(flaws).toEqual([]);
    expect(fidelity?.verdict).toBe('faithful');
    expect(fidelity?.structure).toBeGreaterThan(0.95);
    expect(fidelity?.colour).toBeLessThan(2);
  });

  test('another word is found', async () => {
    const { fidelity } = await checkFidelity(
      await drawing(2048, { words: 'TEA 1' }),
      await drawing(400),
    );
    expect(fidelity?.verdict).toBe('differs');
    expect((fidelity?.worst?.y ?? 0) * 300).toBeGreaterThan(160);
    expect((fidelity?.worst?.y ?? 0) * 300).toBeLessThan(215);
  });

  test('bytes that stop half way are refused', async () => {
    const whole = await drawing(800);
    const half = whole.slice(0, whole.size / 2);
    await expect(checkFidelity(half, await drawing(400))).rejects.toMatchObject({
      name: 'ImageError',
    });
  });

  test('a black result is named when it arrives', async () => {
    const canvas = new OffscreenCanvas(2048, 1536);
    canvas.getContext('2d');
    const black = await canvas.convertToBlob({ type: 'image/jpeg' });
    expect(await checkResult(black, { width: 400, height: 300 }, inspect)).toMatchObject({
      flaw: 'black',
    });
  });
});

describe('for the clipboard', () => {
  test('a JPEG becomes a PNG of the same size', async () => {
    const png = await asPng(await drawing(600, { type: 'image/jpeg' }));
    expect(png.type).toBe('image/png');
    const { width, height } = await createImageBitmap(png);
    expect([width, height]).toEqual([600, 450]);
  });

  test('a PNG stays what it is, and is called so', async () => {
    const png = await drawing(300);
    expect(await asPng(png)).toBe(png);
    const unnamed = await asPng(new Blob([png]));
    expect(unnamed.type).toBe('image/png');
    expect(unnamed.size).toBe(png.size);
  });
});
