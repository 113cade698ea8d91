import sharp, { type Sharp } from 'sharp';
import { type Likeness, likeness } from '@/lib/images/quality/likeness';
import { GOOD_NAMES, PICTURES, type PictureName } from '@/simulator/pictures/pictures';
import { readBySharp } from './read-by-sharp';

export interface Pair {
  name: string;
  isSame: boolean;
  result: Likeness;
}

const blobOf = (bytes: Buffer) => new Blob([new Uint8Array(bytes)]);

async function measured(bytes: Buffer) {
  const { width = 1, height = 1 } = await sharp(bytes).metadata();
  return { bytes: blobOf(bytes), size: { width, height } };
}

async function compare(small: Buffer, large: Buffer): Promise<Likeness> {
  const [a, b] = await Promise.all([measured(small), measured(large)]);
  return (await likeness(a, b, readBySharp)) ?? { structure: 0, colour: 255, mirrored: 0 };
}

type Change = (whole: Sharp, size: { width: number; height: number }) => Sharp;

/** One picture in two versions. */
const SAME: readonly (readonly [string, Change])[] = [
  ...[16, 24, 32, 64, 120, 240, 400].map(
    (width) => [`${width} px`, (whole: Sharp) => whole.resize({ width })] as const,
  ),
  ['JPEG of quality 30', (whole) => whole.resize({ width: 200 }).jpeg({ quality: 30 })],
  ['WebP of quality 30', (whole) => whole.resize({ width: 200 }).webp({ quality: 30 })],
  ['sharpened', (whole) => whole.resize({ width: 300 }).sharpen({ sigma: 1.5 })],
  ['blurred', (whole) => whole.resize({ width: 300 }).blur(3)],
  ['cropped to a square', (whole) => whole.resize(200, 200, { fit: 'cover' })],
  [
    'cropped to its upper part',
    (whole) => whole.resize(200, 200, { fit: 'cover', position: 'top' }),
  ],
  ['a little lighter', (whole) => whole.resize({ width: 300 }).modulate({ brightness: 1.06 })],
];

/** A picture of the same proportions that is not the same. */
const OTHER: readonly (readonly [string, Change])[] = [
  ['mirrored', (whole) => whole.resize({ width: 300 }).flop()],
  ['upside down', (whole) => whole.resize({ width: 300 }).flip()],
  ['in grey', (whole) => whole.resize({ width: 300 }).grayscale()],
  ['in other hues', (whole) => whole.resize({ width: 300 }).modulate({ hue: 60 })],
  ['negative', (whole) => whole.resize({ width: 300 }).negate({ alpha: false })],
  ...[0.06, 0.1].map(
    (share) =>
      [
        `shifted by ${share * 100} %`,
        (whole: Sharp, { width, height }: { width: number; height: number }) =>
          whole
            .extract({
              left: Math.round(width * share),
              top: 0,
              width: Math.round(width * (1 - share)),
              height: Math.round(height * (1 - share)),
            })
            .resize({ width: 300 }),
      ] as const,
  ),
  [
    'a part of it',
    (whole, { width, height }) =>
      whole
        .extract({
          left: Math.round(width * 0.2),
          top: Math.round(height * 0.2),
          width: Math.round(width * 0.6),
          height: Math.round(height * 0.6),
        })
        .resize({ width: 300 }),
  ],
];

/** Things on a white ground, as shops show them: they differ in the thing only. */
const THINGS = [
  '<circle cx="200" cy="200" r="90" fill="#345"/>',
  '<rect x="120" y="90" width="160" height="220" fill="#345"/>',
  '<path d="M200 80 320 320H80z" fill="#345"/>',
  '<ellipse cx="200" cy="200" rx="140" ry="60" fill="#345"/>',
];

function thing(markup: string, side: number): Promise<Buffer> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="400" height="400" fill="#fff"/>${markup}</svg>`;
  return sharp(Buffer.from(drawing)).resize({ width: side }).png().toBuffer();
}

/** All pairs, each with its likeness. */
export async function likenessPairs(names: readonly PictureName[] = GOOD_NAMES): Promise<Pair[]> {
  const pairs: Pair[] = [];
  const wholes = await Promise.all(names.map((name) => PICTURES[name].make()));
  for (const [at, whole] of wholes.entries()) {
    const { width = 1, height = 1 } = await sharp(whole).metadata();
    for (const [isSame, changes] of [
      [true, SAME],
      [false, OTHER],
    ] as const) {
      for (const [title, change] of changes) {
        const small = await change(sharp(whole), { width, height }).toBuffer();
        pairs.push({ name: `${names[at]}, ${title}`, isSame, result: await compare(small, whole) });
      }
    }
    for (const [other, bytes] of wholes.entries()) {
      if (other === at) continue;
      const small = await sharp(bytes).resize(240, 180, { fit: 'cover' }).toBuffer();
      const name = `${names[at]} and ${names[other]}`;
      pairs.push({ name, isSame: false, result: await compare(small, whole) });
    }
  }
  const small = await Promise.all(THINGS.map((markup) => thing(markup, 160)));
  const large = await Promise.all(THINGS.map((markup) => thing(markup, 400)));
  for (const [a, one] of small.entries()) {
    for (const [b, two] of large.entries()) {
      const name = `things ${a} and ${b}`;
      pairs.push({ name, isSame: a === b, result: await compare(one, two) });
    }
  }
  return pairs;
}
