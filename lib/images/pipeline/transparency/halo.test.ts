import { describe, expect, test, vi } from 'vitest';
import {
  drawn,
  haloBetween,
  SHAPES,
  throughPipeline,
  withoutBleeding,
} from '@/tests/support/images/halo';
import { LANCZOS3, MITCHELL } from '../bands/kernels';

/**
 * Mean difference of colour and of alpha (0..255) in a ring of 3 px around the edges, 200 px to 800 px.
 * Measured by `tsx scripts/bench/pixels-shape.ts` (the figures of this table less a tenth).
 */
const AT_MOST: Record<keyof typeof SHAPES, { mean: number; alphaMean: number }> = {
  disc: { mean: 2.5, alphaMean: 5.3 },
  star: { mean: 2.3, alphaMean: 4.7 },
  words: { mean: 4.7, alphaMean: 9.3 },
  rays: { mean: 10.9, alphaMean: 19 },
  'two colours': { mean: 0.7, alphaMean: 0.2 },
  'half transparent': { mean: 2, alphaMean: 3.5 },
  'hair beside a block': { mean: 10.8, alphaMean: 21 },
  'pixel steps': { mean: 11.3, alphaMean: 23.6 },
  shadow: { mean: 0.7, alphaMean: 0.5 },
  feather: { mean: 2.6, alphaMean: 4.6 },
  glow: { mean: 0.4, alphaMean: 0.6 },
};
vi.setConfig({ testTimeout: 60_000 });

const SMALL = 200;
const LARGE = 800;

describe.each(Object.entries(SHAPES))('%s', async (name, shape) => {
  const small = await drawn(shape, SMALL);
  const truth = await drawn(shape, LARGE);
  const halo = haloBetween(await throughPipeline(small, truth), truth);

  test('comes back as it would be drawn at the large size', () => {
    expect(halo.mean).toBeLessThan(AT_MOST[name]?.mean ?? 0);
    expect(halo.alphaMean).toBeLessThan(AT_MOST[name]?.alphaMean ?? 0);
  });

  test('has no colour at its edges that is not its own', async () => {
    // Where two colours of the shape meet, any resampling mixes them; a shadow has few levels of colour.
    if (name !== 'two colours') expect(halo.colourMax).toBeLessThanOrEqual(14);
    const naive = haloBetween(await withoutBleeding(small, truth), truth);
    expect(halo.colourMean).toBeLessThan(Math.max(1.3, naive.colourMean / 4));
  });
});

test('a hard edge is at least four times nearer than by a kernel alone, a soft one as near', async () => {
  for (const kernel of [LANCZOS3, MITCHELL]) {
    const alone = { kernel, isEdgeAware: false };
    for (const [name, factor] of [
      ['disc', 4],
      ['star', 4],
      ['words', 3.5],
      ['shadow', 0.9],
      ['glow', 0.9],
    ] as const) {
      const small = await drawn(SHAPES[name] ?? '', SMALL);
      const truth = await drawn(SHAPES[name] ?? '', LARGE);
      const plain = haloBetween(await throughPipeline(small, truth, alone), truth);
      const ours = haloBetween(await throughPipeline(small, truth), truth);
      expect(ours.alphaMean * factor, name).toBeLessThan(plain.alphaMean);
    }
  }
});
