import { describe, expect, test } from 'vitest';
import { allowedInTheEnd, hostileFiles, type Outcome } from '@/tests/support/images/hostile-files';
import { ImageError } from '../formats/errors';
import { prepare } from './prepare';
import { rasteriseSvg } from './rasterise-svg';
import { thumbnail } from './thumbnail';

const SEED = 20_260_101;
/** A hang, not slowness: the slowest file takes a tenth of it. */
const HANG_MS = 20_000;

describe(`hostile files, seed ${SEED}, by the decoders of this browser`, () => {
  test.each(hostileFiles(SEED))('$name', { timeout: HANG_MS }, async (file) => {
    expect(allowedInTheEnd(file)).toContain(await outcome(await file.make()));
  });

  test('ran no script', () => {
    expect('ran' in globalThis).toBe(false);
  });
});

/** The way of a picture up to its upload, and a look at what would be uploaded. */
async function outcome(blob: Blob): Promise<Outcome> {
  try {
    const { image, sent } = await prepare(blob, { target: '2k', rasteriseSvg });
    const small = await thumbnail(image);
    expect(small.image.size).toBeGreaterThan(0);
    const { width, height } = await createImageBitmap(image);
    expect([width, height]).toEqual([sent.width, sent.height]);
    expect(image.size).toBe(sent.bytes);
    return 'picture';
  } catch (error) {
    if (error instanceof ImageError) return error.code;
    throw error;
  }
}
