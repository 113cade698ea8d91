/** Damage for property tests: whole pictures that are cut, flipped, spliced, or lie about lengths. */
import fc from 'fast-check';
import type { ImageType } from '@/lib/images/formats/types';
import { bmp, bytesOf, orientedJpeg, u32, u32le } from './image-files';
import { SEEDS } from './seed-pictures';

type Bytes = Uint8Array<ArrayBuffer>;

export interface Picture {
  name: string;
  type: ImageType;
  bytes: Bytes;
}

const env = (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env;
const SEED = Number(env?.HOSTILE_SEED ?? 20_260_101);

/** `HOSTILE_SEED=7` draws other damage; `HOSTILE_RUNS=5000` draws more. The same seed, the same damage. */
export const HOSTILE = {
  seed: SEED,
  runs: (usual: number) => ({ seed: SEED, numRuns: Number(env?.HOSTILE_RUNS ?? usual) }),
};

/** Fewer bytes do not tell the type. */
const MIN_CUT_BYTES = 20;
/** Share of each picture behind which there is only pixel data. */
const PIXELS_FROM = 0.7;

export const PICTURES: readonly Picture[] = [
  picture('JPEG', 'jpeg', SEEDS.jpeg),
  picture('progressive JPEG', 'jpeg', SEEDS.jpegProgressive),
  picture('CMYK JPEG', 'jpeg', SEEDS.jpegCmyk),
  picture('grey JPEG', 'jpeg', SEEDS.jpegGrey),
  picture('turned JPEG', 'jpeg', orientedJpeg(SEEDS.jpeg, 6)),
  picture('PNG', 'png', SEEDS.png),
  picture('PNG with a palette', 'png', SEEDS.pngPalette),
  picture('interlaced PNG', 'png', SEEDS.pngInterlaced),
  picture('PNG of 16 bits', 'png', SEEDS.png16),
  picture('GIF', 'gif', SEEDS.gif),
  picture('animated GIF', 'gif', SEEDS.gifAnimated),
  picture('WebP', 'webp', SEEDS.webp),
  picture('lossless WebP', 'webp', SEEDS.webpLossless),
  picture('WebP with alpha', 'webp', SEEDS.webpAlpha),
  picture('animated WebP', 'webp', SEEDS.webpAnimated),
  picture('AVIF', 'avif', SEEDS.avif),
  picture('AVIF with alpha', 'avif', SEEDS.avifAlpha),
  picture('BMP', 'bmp', bmp(40, 24, [9, 99, 200])),
  picture('top-down BMP', 'bmp', bmp(40, 24, [9, 99, 200], true)),
];

function picture(name: string, type: ImageType, bytes: Bytes): Picture {
  return { name, type, bytes };
}

type Damage = (bytes: Bytes) => Bytes;

/** A place in a file of any length, 0 up to 1; `nearStart` prefers the headers. */
const place = fc.nat(9_999).map((value) => value / 10_000);
const nearStart = place.map((share) => share ** 3);

function at(share: number, bytes: Bytes): number {
  return Math.floor(share * bytes.length);
}

const cut: fc.Arbitrary<Damage> = place.map((share) => (bytes) => bytes.slice(0, at(share, bytes)));

const flip = (from: fc.Arbitrary<number>): fc.Arbitrary<Damage> =>
  fc.tuple(from, fc.nat(7)).map(([share, bit]) => (bytes) => {
    const flipped = bytes.slice();
    const index = at(share, bytes);
    flipped[index] = (flipped[index] ?? 0) ^ (1 << bit);
    return flipped;
  });

/** A length field says something else, above all nothing or too much. */
const lie: fc.Arbitrary<Damage> = fc
  .tuple(fc.nat(999), fc.oneof(fc.constantFrom(0, 1, 0x7fffffff, 0xffffffff), fc.nat(0xffffffff)))
  .map(([index, value]) => (bytes) => {
    const fields = lengthFields(bytes);
    const field = fields[index % Math.max(1, fields.length)];
    if (!field) return bytes;
    const lying = bytes.slice();
    const wide = field.little ? u32le(value) : u32(value);
    const narrow = field.little ? wide.slice(0, 2) : wide.slice(2);
    lying.set(field.size === 4 ? wide : narrow, field.at);
    return lying;
  });

/** Bytes are left out, repeated or put in. */
const splice: fc.Arbitrary<Damage> = fc
  .tuple(place, place, fc.nat(3), fc.uint8Array({ maxLength: 40 }))
  .map(([from, to, times, inserted]) => (bytes) => {
    const [start, end] = [from, to].map((share) => at(share, bytes)).toSorted((a, b) => a - b);
    const part = bytes.subarray(start, end);
    return bytesOf(
      bytes.subarray(0, start),
      ...new Array<Bytes>(times).fill(part),
      inserted,
      bytes.subarray(end),
    );
  });

const anyPicture = fc.constantFrom(...PICTURES);

/** Any picture with any one to three kinds of damage. */
export const damagedPicture: fc.Arbitrary<Picture> = damagedBy(
  fc.array(fc.oneof(cut, flip(nearStart), flip(place), lie, splice), {
    minLength: 1,
    maxLength: 3,
  }),
);

/** Any picture with flipped bits in its pixel data only. */
export const noisyPicture: fc.Arbitrary<Picture> = damagedBy(
  fc.array(flip(place.map((share) => PIXELS_FROM + share * (1 - PIXELS_FROM))), {
    minLength: 1,
    maxLength: 3,
  }),
);

/** Any picture without its end. */
export const cutPicture: fc.Arbitrary<Picture> = anyPicture.chain((whole) =>
  fc
    .integer({ min: MIN_CUT_BYTES, max: whole.bytes.length - 1 })
    .map((end) => ({ ...whole, bytes: whole.bytes.slice(0, end) })),
);

function damagedBy(damages: fc.Arbitrary<Damage[]>): fc.Arbitrary<Picture> {
  return fc.tuple(anyPicture, damages).map(([whole, list]) => ({
    ...whole,
    bytes: list.reduce((bytes, damage) => damage(bytes), whole.bytes),
  }));
}

interface Field {
  at: number;
  size: 2 | 4;
  little?: boolean;
}

/** Where the format of a file writes lengths. Stops where damage leads out of the file. */
function lengthFields(bytes: Bytes): Field[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  const fields: Field[] = [];
  if (start.startsWith('\xff\xd8')) {
    for (let next = 2; next + 4 <= bytes.length; next += 2 + view.getUint16(next + 2)) {
      fields.push({ at: next + 2, size: 2 });
      if (view.getUint8(next + 1) === 0xda) break;
    }
  } else if (start.startsWith('\x89PNG')) {
    for (let next = 8; next + 4 <= bytes.length; next += 12 + view.getUint32(next)) {
      fields.push({ at: next, size: 4 });
    }
  } else if (start.slice(4, 8) === 'ftyp') {
    for (let next = 0; next + 4 <= bytes.length; next += Math.max(8, view.getUint32(next))) {
      fields.push({ at: next, size: 4 });
    }
  } else if (start.startsWith('RIFF')) {
    fields.push({ at: 4, size: 4, little: true }, { at: 16, size: 4, little: true });
  } else if (start.startsWith('BM')) {
    for (const offset of [2, 10, 14, 18, 22, 30, 34]) {
      fields.push({ at: offset, size: 4, little: true });
    }
    fields.push({ at: 28, size: 2, little: true });
  } else {
    fields.push({ at: 6, size: 2, little: true }, { at: 8, size: 2, little: true });
  }
  return fields.filter(({ at: offset, size }) => offset + size <= bytes.length);
}
