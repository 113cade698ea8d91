import sharp from 'sharp';
import type { Raster, Size } from '@/lib/images/pipeline/bands/raster';
import { bandsOf, rowsOf } from '@/lib/images/pipeline/bands/raster';
import type { EnlargeOptions } from '@/lib/images/pipeline/transparency/enlarge-alpha';
import { joinAlpha } from '@/lib/images/pipeline/transparency/join-alpha';
import { splitTransparency } from '@/tests/support/images/split';

/** How a transparent picture comes back, against the same drawing at the large size. 0..255. */
export interface Halo {
  /** Colour on black, white and magenta, in a ring of 3 px around the edges. */
  mean: number;
  max: number;
  /** The same with the true alpha: what is left is colour that does not belong to the shape. */
  colourMean: number;
  colourMax: number;
  /** Alpha in the ring. */
  alphaMean: number;
  alphaMax: number;
}

const RING = 3;
const GROUNDS = [
  [0, 0, 0],
  [255, 255, 255],
  [255, 0, 255],
] as const;

const rays = Array.from({ length: 24 }, (_, at) => {
  const angle = (at * Math.PI) / 12;
  const [x, y] = [50 + 45 * Math.cos(angle), 50 + 45 * Math.sin(angle)];
  return `<path d="M50 50L${x.toFixed(2)} ${y.toFixed(2)}" stroke="#0a6e3c" stroke-width="0.6"/>`;
}).join('');

/** Drawings of 100 x 100 units on a transparent ground. */
export const SHAPES: Record<string, string> = {
  disc: '<circle cx="50" cy="50" r="40" fill="#e63946"/>',
  star: '<path d="M50 5L61 38H96L68 59L79 93L50 72L21 93L32 59L4 38H39Z" fill="#f4a261"/>',
  words:
    '<text x="4" y="45" font-size="34" font-weight="bold" fill="#1d3557">Sea 7</text><text x="4" y="80" font-size="16" fill="#e76f51">small words</text>',
  rays,
  'two colours':
    '<rect x="10" y="20" width="40" height="60" fill="#fff"/><rect x="50" y="20" width="40" height="60" fill="#000"/>',
  'half transparent':
    '<rect x="13.3" y="17.7" width="70" height="60" rx="12" fill="#2a9d8f" fill-opacity="0.5"/>',
  'hair beside a block':
    '<rect x="10" y="10" width="60" height="80" fill="#333"/><path d="M70.9 10V90" stroke="#333" stroke-width="0.2"/><path d="M72 10L90 90" stroke="#333" stroke-width="0.2"/>',
  'pixel steps':
    '<g shape-rendering="crispEdges"><circle cx="50" cy="50" r="40" fill="#6a4c93"/></g>',
  shadow:
    '<filter id="f" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="5"/></filter><rect x="25" y="25" width="50" height="50" fill="#14213d" filter="url(#f)"/>',
  feather:
    '<filter id="f" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="1"/></filter><circle cx="50" cy="50" r="36" fill="#c1121f" filter="url(#f)"/>',
  glow: '<radialGradient id="g"><stop offset="0" stop-color="#ffb703"/><stop offset="1" stop-color="#ffb703" stop-opacity="0"/></radialGradient><circle cx="50" cy="50" r="48" fill="url(#g)"/>',
};

/** A drawing at a size, px, by librsvg. */
export async function drawn(shape: string, side: number): Promise<Raster> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 100 100">${shape}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
}

/** Stands in for the service: libvips enlarges the picture, alpha as it is. */
async function enlargedBySharp({ data, width, height }: Raster, to: Size): Promise<Raster> {
  const rgb = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) rgb.set(data.subarray(at * 4, at * 4 + 3), at * 3);
  const large = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .resize(to.width, to.height, { fit: 'fill', kernel: 'lanczos3' })
    .ensureAlpha()
    .raw()
    .toBuffer();
  return { data: new Uint8ClampedArray(large), width: to.width, height: to.height };
}

/** The whole way: split, enlarge, join. */
export async function throughPipeline(
  small: Raster,
  to: Size,
  options?: EnlargeOptions,
): Promise<Raster> {
  const colour = { ...small, data: small.data.slice() };
  const alpha = splitTransparency(colour);
  const large = await enlargedBySharp(colour, to);
  const data = new Uint8ClampedArray(to.width * to.height * 4);
  let at = 0;
  for await (const band of joinAlpha(bandsOf(rowsOf(large), 37), alpha, to, options)) {
    data.set(band.data, at);
    at += band.data.length;
  }
  return { data, width: to.width, height: to.height };
}

/** The way without it: what the file has under its transparent parts is enlarged with the rest. */
export async function withoutBleeding(small: Raster, to: Size): Promise<Raster> {
  const large = await enlargedBySharp(small, to);
  const alpha = new Uint8Array(small.width * small.height);
  for (let at = 0; at < alpha.length; at += 1) alpha[at] = small.data[at * 4 + 3] ?? 0;
  const bytes = await sharp(alpha, {
    raw: { width: small.width, height: small.height, channels: 1 },
  })
    .resize(to.width, to.height, { fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toColourspace('b-w')
    .toBuffer();
  for (let at = 0; at < bytes.length; at += 1) large.data[at * 4 + 3] = bytes[at] ?? 0;
  return large;
}

/** Compares a result with the truth around its edges. */
export function haloBetween(found: Raster, truth: Raster): Halo {
  const ring = ringOf(truth);
  const all = new Stats();
  const colour = new Stats();
  const alpha = new Stats();
  for (const at of ring) {
    const [a, b] = [(found.data[at * 4 + 3] ?? 0) / 255, (truth.data[at * 4 + 3] ?? 0) / 255];
    alpha.add(Math.abs(a - b) * 255);
    for (const ground of GROUNDS) {
      for (let channel = 0; channel < 3; channel += 1) {
        const behind = ground[channel] ?? 0;
        const own = found.data[at * 4 + channel] ?? 0;
        const right = (truth.data[at * 4 + channel] ?? 0) * b + behind * (1 - b);
        all.add(Math.abs(own * a + behind * (1 - a) - right));
        if (a > 0) colour.add(Math.abs(own * b + behind * (1 - b) - right));
      }
    }
  }
  return {
    mean: all.mean,
    max: all.max,
    colourMean: colour.mean,
    colourMax: colour.max,
    alphaMean: alpha.mean,
    alphaMax: alpha.max,
  };
}

class Stats {
  #sum = 0;
  #count = 0;
  max = 0;
  add(value: number): void {
    this.#sum += value;
    this.#count += 1;
    this.max = Math.max(this.max, value);
  }
  get mean(): number {
    return this.#sum / Math.max(1, this.#count);
  }
}

/** The px within 3 px of a change of alpha, counted row by row. */
export function ringOf({
  data,
  width,
  height,
}: Pick<Raster, 'width' | 'height'> & { data: Uint8Array | Uint8ClampedArray }): number[] {
  const isEdge = new Uint8Array(width * height);
  const alpha = (x: number, y: number) => data[(y * width + x) * 4 + 3] ?? 0;
  for (let y = 0; y < height - 1; y += 1) {
    for (let x = 0; x < width - 1; x += 1) {
      const own = alpha(x, y);
      if (own === alpha(x + 1, y) && own === alpha(x, y + 1)) continue;
      for (let ny = Math.max(0, y - RING); ny <= Math.min(height - 1, y + RING); ny += 1) {
        isEdge.fill(
          1,
          ny * width + Math.max(0, x - RING),
          ny * width + Math.min(width - 1, x + RING) + 1,
        );
      }
    }
  }
  return [...isEdge.keys()].filter((at) => isEdge[at] === 1);
}
