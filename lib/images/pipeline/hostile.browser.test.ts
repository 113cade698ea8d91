import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { damagedPicture, HOSTILE, noisyPicture } from '@/tests/support/images/damaged-pictures';
import type { Outcome } from '@/tests/support/images/hostile-file';
import { decodedOutcomes, HOSTILE_FILES } from '@/tests/support/images/hostile-files';
import { IMAGE_ERRORS, ImageError } from '../formats/errors';
import { prepare } from './prepare';
import { rasteriseSvg } from './rasterise-svg';
import { thumbnail } from './thumbnail';

/** A hang, not slowness: the slowest file takes a tenth of it. */
const HANG_MS = 20_000;

describe('hostile files', () => {
  test.each(HOSTILE_FILES)('$name', { timeout: HANG_MS }, async (file) => {
    expect(decodedOutcomes(file)).toContain(await outcomeOf(await file.make()));
  });

  test('run no script', () => {
    expect('ran' in globalThis).toBe(false);
  });
});

describe(`damaged pictures, seed ${HOSTILE.seed}`, { timeout: 600_000 }, () => {
  test('are refused by name, or decode at the size that was found', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(damagedPicture, noisyPicture), async ({ bytes }) => {
        const blob = new Blob([bytes]);
        const outcome = await outcomeOf(blob, async (found) => {
          const { width, height } = await createImageBitmap(blob);
          expect(found).toMatchObject({ width, height });
        });
        if (outcome !== 'picture') expect(IMAGE_ERRORS).toContain(outcome);
      }),
      HOSTILE.runs(150),
    );
  });
});

/** Takes a file all the way to its upload, and decodes what would be uploaded. */
async function outcomeOf(
  blob: Blob,
  check?: (found: { width: number; height: number }) => Promise<void>,
): Promise<Outcome> {
  try {
    const { image, found, sent } = await prepare(blob, { target: '2k', rasteriseSvg });
    const small = await thumbnail(image);
    expect(small.image.size).toBeGreaterThan(0);
    const { width, height } = await createImageBitmap(image);
    expect([width, height]).toEqual([sent.width, sent.height]);
    expect(image.size).toBe(sent.bytes);
    await check?.(found);
    return 'picture';
  } catch (error) {
    if (error instanceof ImageError) return error.code;
    throw error;
  }
}
