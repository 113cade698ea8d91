import type { Raster, RowSource, Size } from '@/lib/images/pipeline/bands/raster';
import type { StripPlan } from '@/lib/images/pipeline/strips/plan-parts';

/** How the results of a simulated service differ from one another. */
export interface Faults {
  /** Largest change of a channel, as a share. */
  tone: number;
  /** Largest change of the contrast and steepness of fine detail, as a share. */
  sharpness: number;
  /** Largest displacement, px of the result. */
  shift: number;
  /** Noise of its own in each result, levels. */
  noise: number;
}

export const FAULTS: Faults = { tone: 0.04, sharpness: 0.25, shift: 1, noise: 2 };

/** -1..1, the same for the same numbers. */
function chance(...numbers: number[]): number {
  let hash = 2166136261;
  for (const number of numbers) {
    hash = Math.imul(hash ^ (number | 0), 16777619);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  return (hash >>> 0) / 2 ** 31 - 1;
}

const PANEL = 700;
const GUTTER = 60;

/**
 * The picture that strips are cut from: panels with fine lines, soft shades and hard circles, and white
 * between them. Red, green and blue are 0..255.
 * @param across px of the source, at any point between
 * @param along px of the source along the strip
 * @param crisp 1, or more or less for sharper or softer detail
 */
function paint(across: number, along: number, crisp: number, into: Float64Array): void {
  const panel = Math.floor(along / PANEL);
  const place = along - panel * PANEL;
  if (place > PANEL - GUTTER) {
    into.fill(255);
    return;
  }
  const soft = 40 * Math.sin(across / 61 + panel) * Math.cos(along / 83);
  const lines =
    45 * crisp * Math.max(-1, Math.min(1, 3 * Math.sin(across / 2.3) * Math.sin(along / 3.1)));
  const ring = Math.sin(Math.hypot((across % 150) - 75, place - 300) / 7);
  const edge = 30 * Math.max(-1, Math.min(1, 6 * crisp * ring));
  const texture = place > 350 ? lines : 0;
  into[0] = 120 + 40 * Math.sin(panel) + soft + texture + edge;
  into[1] = 130 + 40 * Math.cos(panel * 2) - soft + texture + edge;
  into[2] = 110 + 50 * Math.sin(panel * 3) + soft / 2 + texture - edge;
}

type Sample = (x: number, y: number, into: Float64Array) => void;

function sampled(size: Size, sample: Sample): RowSource {
  const pixel = new Float64Array(3);
  return {
    ...size,
    async read(top, rows): Promise<Raster> {
      const data = new Uint8ClampedArray(size.width * rows * 4);
      for (let y = 0; y < rows; y += 1) {
        for (let x = 0; x < size.width; x += 1) {
          sample(x, top + y, pixel);
          const at = (y * size.width + x) * 4;
          data[at] = pixel[0] ?? 0;
          data[at + 1] = pixel[1] ?? 0;
          data[at + 2] = pixel[2] ?? 0;
          data[at + 3] = 255;
        }
      }
      return { data, width: size.width, height: rows };
    },
  };
}

/** The whole picture at a size, as no service would make it: the truth. */
export function wholeStrip(plan: StripPlan, size: Size): RowSource {
  const [sx, sy] = [plan.width / size.width, plan.height / size.height];
  return sampled(size, (x, y, into) => {
    const [u, v] = [(x + 0.5) * sx, (y + 0.5) * sy];
    if (plan.axis === 'y') paint(u, v, 1, into);
    else paint(v, u, 1, into);
  });
}

/**
 * What a service makes of each part: enlarged, and each a little different.
 * @param scale of the results, as a multiple of the source
 */
export function resultsOf(plan: StripPlan, scale: number, faults: Faults, seed = 1): RowSource[] {
  return plan.parts.map((part, index) => {
    const size = {
      width: Math.round(part.width * scale),
      height: Math.round(part.height * scale),
    };
    const tone = [0, 1, 2].map((channel) => 1 + faults.tone * chance(seed, index, channel));
    const offset = [0, 1, 2].map((channel) => 100 * faults.tone * chance(seed, index, channel, 9));
    const crisp = 1 + faults.sharpness * chance(seed, index, 3);
    const shiftX = Math.round(faults.shift * 1.4 * chance(seed, index, 4));
    const shiftY = Math.round(faults.shift * 1.4 * chance(seed, index, 5));
    const [sx, sy] = [part.width / size.width, part.height / size.height];
    return sampled(size, (x, y, into) => {
      const u = part.left + (x + 0.5 + shiftX) * sx;
      const v = part.top + (y + 0.5 + shiftY) * sy;
      if (plan.axis === 'y') paint(u, v, crisp, into);
      else paint(v, u, crisp, into);
      for (let channel = 0; channel < 3; channel += 1) {
        const noise = faults.noise * chance(seed, index, x, y, channel);
        into[channel] =
          (into[channel] ?? 0) * (tone[channel] ?? 1) + (offset[channel] ?? 0) + noise;
      }
    });
  });
}
