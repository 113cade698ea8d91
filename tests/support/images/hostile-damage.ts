/** Whole pictures that were cut, flipped, or lie about their own lengths. */
import type { HostileFile, Outcome } from './hostile-files';
import { SEEDS } from './hostile-seeds';
import { bmp, fromBase64, orientedJpeg, u32, u32le } from './image-files';

type Bytes = Uint8Array<ArrayBuffer>;

const CUTS_PER_PICTURE = 8;
const FLIPS_PER_PICTURE = 8;
/** Share of the file behind which there are only pixels. */
const PIXELS_FROM = 0.7;
const HEADER_BYTES = 48;

const HEADER_DAMAGED: readonly Outcome[] = [
  'picture',
  'image-broken',
  'image-too-small',
  'image-too-large',
  'image-unknown-type',
];

const jpeg = fromBase64(SEEDS.jpeg);
const PICTURES: readonly [name: string, bytes: Bytes][] = [
  ['JPEG', jpeg],
  ['progressive JPEG', fromBase64(SEEDS.jpegProgressive)],
  ['CMYK JPEG', fromBase64(SEEDS.jpegCmyk)],
  ['grey JPEG', fromBase64(SEEDS.jpegGrey)],
  ['turned JPEG', orientedJpeg(jpeg, 6)],
  ['PNG', fromBase64(SEEDS.png)],
  ['PNG with a palette', fromBase64(SEEDS.pngPalette)],
  ['interlaced PNG', fromBase64(SEEDS.pngInterlaced)],
  ['PNG of 16 bits', fromBase64(SEEDS.png16)],
  ['GIF', fromBase64(SEEDS.gif)],
  ['animated GIF', fromBase64(SEEDS.gifAnimated)],
  ['WebP', fromBase64(SEEDS.webp)],
  ['lossless WebP', fromBase64(SEEDS.webpLossless)],
  ['WebP with alpha', fromBase64(SEEDS.webpAlpha)],
  ['animated WebP', fromBase64(SEEDS.webpAnimated)],
  ['AVIF', fromBase64(SEEDS.avif)],
  ['AVIF with alpha', fromBase64(SEEDS.avifAlpha)],
  ['BMP', bmp(40, 24, [9, 99, 200])],
  ['top-down BMP', bmp(40, 24, [9, 99, 200], true)],
];

/** @param seed of the random places; the same seed gives the same files. */
export function damage(seed: number): HostileFile[] {
  const random = generator(seed);
  return PICTURES.flatMap(([name, bytes]) => [
    ...cuts(name, bytes, random),
    ...flips(name, bytes, random),
    ...lies(name, bytes),
  ]);
}

/** Mulberry32: whole numbers from 0 up to, and not including, `below`. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function cuts(name: string, bytes: Bytes, random: (below: number) => number): HostileFile[] {
  const signature = 20;
  const ends = [
    signature,
    signature + 8,
    Math.floor(bytes.length / 2),
    Math.floor(bytes.length * 0.9),
    bytes.length - 1,
  ];
  while (ends.length < CUTS_PER_PICTURE) {
    ends.push(signature + random(bytes.length - signature));
  }
  // Only the first frame is used: a GIF that is cut behind it is good enough.
  const header: Outcome[] = name.includes('GIF') ? ['picture', 'image-broken'] : ['image-broken'];
  return ends.map((end, index) => ({
    name: `${name} of ${bytes.length} bytes, cut ${index + 1} to ${end}`,
    make: () => new Blob([bytes.slice(0, end)]),
    header,
  }));
}

function flips(name: string, bytes: Bytes, random: (below: number) => number): HostileFile[] {
  return Array.from({ length: FLIPS_PER_PICTURE }, (_, index) => {
    const inHeader = index % 2 === 0;
    const from = inHeader ? 0 : Math.floor(bytes.length * PIXELS_FROM);
    const to = inHeader ? Math.min(HEADER_BYTES, bytes.length) : bytes.length;
    const flipped = bytes.slice();
    const places = Array.from({ length: inHeader ? 1 : 3 }, () => from + random(to - from));
    for (const place of places) flipped[place] = (flipped[place] ?? 0) ^ (1 << random(8));
    return {
      name: `${name}, bits flipped at ${places.join(', ')} (${index + 1})`,
      make: () => new Blob([flipped]),
      header: inHeader ? [...HEADER_DAMAGED, ...otherBrand(name)] : ['picture', 'image-broken'],
    };
  });
}

/** One bit turns the brand of an AVIF into none, and leaves those it shares with HEIC. */
function otherBrand(name: string): Outcome[] {
  return name.includes('AVIF') ? ['image-heic'] : [];
}

/** Every length that the format writes down, as nothing and as too much. */
function lies(name: string, bytes: Bytes): HostileFile[] {
  return lengthFields(bytes).flatMap(({ at, size, little }) =>
    [0, 1, 0x7fffffff, 0xffffffff].map((value) => {
      const lying = bytes.slice();
      const wide = little ? u32le(value) : u32(value);
      lying.set(size === 4 ? wide : little ? wide.slice(0, 2) : wide.slice(2), at);
      return {
        name: `${name}, the length at ${at} says ${value}`,
        make: () => new Blob([lying]),
        header: [...HEADER_DAMAGED, ...otherBrand(name)],
      };
    }),
  );
}

interface Field {
  at: number;
  size: 2 | 4;
  little?: boolean;
}

function lengthFields(bytes: Bytes): Field[] {
  const view = new DataView(bytes.buffer);
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  const found: Field[] = [];
  if (start.startsWith('\xff\xd8')) {
    for (let at = 2; view.getUint8(at + 1) !== 0xda; at += 2 + view.getUint16(at + 2)) {
      found.push({ at: at + 2, size: 2 });
    }
  } else if (start.startsWith('\x89PNG')) {
    for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) found.push({ at, size: 4 });
  } else if (start.startsWith('RIFF')) {
    found.push({ at: 4, size: 4, little: true }, { at: 16, size: 4, little: true });
  } else if (start.slice(4, 8) === 'ftyp') {
    for (let at = 0; at < bytes.length; at += view.getUint32(at)) found.push({ at, size: 4 });
  } else if (start.startsWith('BM')) {
    for (const at of [2, 10, 14, 18, 22, 30, 34]) found.push({ at, size: 4, little: true });
    found.push({ at: 28, size: 2, little: true });
  } else {
    found.push({ at: 6, size: 2, little: true }, { at: 8, size: 2, little: true });
  }
  return found;
}
