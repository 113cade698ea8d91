/**
 * Figures of transparency and of strips: `tsx scripts/bench/pixels-shape.ts`. The reference of a halo is
 * the same drawing by librsvg at the large size; that of a seam is the picture that the strip was
 * sampled from. Both are described in tests/support/images.
 */
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { LANCZOS3, MITCHELL } from '@/lib/images/pipeline/bands/kernels';
import { joinParts } from '@/lib/images/pipeline/strips/join-parts';
import { planJoin } from '@/lib/images/pipeline/strips/plan-join';
import { planParts } from '@/lib/images/pipeline/strips/plan-parts';
import type { EnlargeOptions } from '@/lib/images/pipeline/transparency/enlarge-alpha';
import {
  drawn,
  type Halo,
  haloBetween,
  SHAPES,
  throughPipeline,
  withoutBleeding,
} from '@/tests/support/images/halo';
import { hardCut, type SeamFigures, seamFigures } from '@/tests/support/images/seam-figures';
import { FAULTS, resultsOf, wholeStrip } from '@/tests/support/images/strips';

/** One line of a table. */
export interface Row {
  name: string;
  figures: Record<string, number>;
}

const WAYS: Record<string, EnlargeOptions | undefined> = {
  ours: {},
  'Lanczos, hard edges restored': { kernel: LANCZOS3 },
  'Mitchell alone': { kernel: MITCHELL, isEdgeAware: false },
  'Lanczos alone': { kernel: LANCZOS3, isEdgeAware: false },
  'neither split nor bled': undefined,
};
const SMALL = 200;
const LARGE = 800;
/** Width, height and scale of the results. The joined pictures have 30 megapixels. */
const STRIPS = [
  [300, 9000, 10 / 3],
  [800, 12_000, 1.8],
  [12_000, 700, 1.9],
] as const;

/** Halo of every drawing, by our way and by others. */
export async function haloRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, shape] of Object.entries(SHAPES)) {
    const [small, truth] = [await drawn(shape, SMALL), await drawn(shape, LARGE)];
    for (const [way, options] of Object.entries(WAYS)) {
      const found = options
        ? await throughPipeline(small, truth, options)
        : await withoutBleeding(small, truth);
      rows.push({ name: `${name}, ${way}`, figures: haloFigures(haloBetween(found, truth)) });
    }
  }
  return rows;
}

function haloFigures(halo: Halo): Record<string, number> {
  return {
    'mean in the ring': halo.mean,
    max: halo.max,
    'mean with the true alpha': halo.colourMean,
    'max with the true alpha': halo.colourMax,
    'alpha mean': halo.alphaMean,
    'alpha max': halo.alphaMax,
  };
}

/** What could give the seams of each strip away, joined by us and cut hard. */
export async function seamRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [width, height, scale] of STRIPS) {
    const plan = planParts({ width, height }, '2k', { longSide: 4096 });
    if (plan.kind !== 'parts') throw new Error(plan.kind);
    for (const [faults, title] of [
      [{ ...FAULTS, shift: 0 }, 'tone and sharpness differ'],
      [FAULTS, 'and displaced by up to 2 px'],
    ] as const) {
      const results = resultsOf(plan, scale, faults);
      const { parts } = planJoin(plan, results);
      const seams = parts.slice(1).map(({ start }, index) => {
        const before = parts[index];
        return [start, (before?.start ?? 0) + (before?.length ?? 0)] as const;
      });
      const joined = await joinParts(plan, results);
      const truth = wholeStrip(plan, joined);
      const name = `${width} x ${height}, ${plan.parts.length} parts, ${title}`;
      const ours = await seamFigures(joined.bands, truth, plan.axis, seams);
      rows.push({ name: `${name}, ours`, figures: seamRow(ours) });
      if (plan.axis === 'x') continue;
      const hard = await seamFigures(hardCut(results, parts), truth, 'y', seams);
      rows.push({ name: `${name}, cut hard`, figures: seamRow(hard) });
    }
  }
  return rows;
}

function seamRow({ steps, tone, sharpness }: SeamFigures): Record<string, number> {
  return {
    'steps at seams': steps.seam,
    'steps elsewhere': steps.elsewhere,
    'tone at seams': tone.seam,
    'tone elsewhere': tone.elsewhere,
    'detail at seams': sharpness.seam,
    'detail elsewhere': sharpness.elsewhere,
  };
}

function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  console.log(['', ...Object.keys(rows[0]?.figures ?? {})].join(' | '));
  for (const { name, figures } of rows) {
    console.log([name, ...Object.values(figures).map((value) => value.toFixed(2))].join(' | '));
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  print(`Halo, ${SMALL} px to ${LARGE} px, levels of 255 within 3 px of an edge`, await haloRows());
  print('Seams, worst place at a seam and anywhere else', await seamRows());
}
