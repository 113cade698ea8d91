import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { PICTURES } from '@/simulator/pictures/pictures';
import { readBySharp } from '@/tests/support/read-by-sharp';
import { measureShift } from './shift-check';

const blobOf = (bytes: Buffer) => new Blob([new Uint8Array(bytes)]);

/** A picture as the result, moved right and down, and half of it as the source; the edge that comes free repeats. */
async function moved(name: 'harbour' | 'portrait', [right, down]: [number, number]) {
  const bytes = await PICTURES[name].make();
  const { width, height } = await sharp(bytes).metadata();
  // Enlarging with sharp would displace by half a px of its own.
  const source = await sharp(bytes)
    .resize(Math.round(width / 2), Math.round(height / 2), { fit: 'fill' })
    .png()
    .toBuffer();
  const edges = { left: Math.max(0, right), right: Math.max(0, -right) };
  const wide = await sharp(bytes)
    .extend({ ...edges, top: Math.max(0, down), bottom: Math.max(0, -down), extendWith: 'copy' })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const place = { left: Math.max(0, -right), top: Math.max(0, -down) };
  const result = await sharp(wide)
    .extract({ ...place, width, height })
    .jpeg({ quality: 90 })
    .toBuffer();
  return measureShift(blobOf(source), blobOf(result), readBySharp);
}

describe('a result that is displaced', () => {
  it.each<['harbour' | 'portrait', [number, number]]>([
    ['harbour', [3, 0]],
    ['harbour', [-2, 5]],
    ['portrait', [2, -2]],
  ])('%s: %j px are measured, to half a px', async (name, [right, down]) => {
    const shift = await moved(name, [right, down]);
    expect(Math.abs((shift?.x ?? Number.NaN) - right)).toBeLessThan(0.5);
    expect(Math.abs((shift?.y ?? Number.NaN) - down)).toBeLessThan(0.5);
  });

  it.each(['harbour', 'portrait'] as const)('%s in its place needs no correction', async (name) => {
    expect(await moved(name, [0, 0])).toBeUndefined();
  });
});

it('a result of another shape is not measured', async () => {
  const source = await PICTURES.harbour.make();
  const square = await sharp(source).resize(900, 900, { fit: 'fill' }).png().toBuffer();
  expect(await measureShift(blobOf(source), blobOf(square), readBySharp)).toBeUndefined();
});
