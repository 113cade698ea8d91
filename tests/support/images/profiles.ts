/**
 * Writes ICC profiles and PNG colour chunks from published numbers, and computes what such a file shows in
 * sRGB. The computation is the reference for the figures of colours: it shares no code with what it checks.
 * Sources: ICC.1:2022; PNG 3rd edition; IEC 61966-2-1; Adobe RGB (1998); ISO 22028-2; ITU-R BT.2020.
 */
import { bytesOf, jpegSegment, pngChunk, u32, withChunks, withSegments } from './image-files';

type Bytes = Uint8Array<ArrayBuffer>;
type Vector = readonly [number, number, number];
type Matrix = readonly [Vector, Vector, Vector];
type Chromaticity = readonly [x: number, y: number];

/** From an encoded value to light, as ICC functions 0 and 3 have it: g, a, b, c, d. */
type Curve = readonly [gamma: number] | readonly [number, number, number, number, number];

export interface ColourSpace {
  name: string;
  curve: Curve;
  white: Chromaticity;
  /** None for grey. */
  primaries?: readonly [Chromaticity, Chromaticity, Chromaticity];
}

const D50: Chromaticity = [0.3457, 0.3585];
const D65: Chromaticity = [0.3127, 0.329];
const SRGB_CURVE: Curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.040_45];
const RED: Chromaticity = [0.64, 0.33];
const GREEN: Chromaticity = [0.3, 0.6];
const BLUE: Chromaticity = [0.15, 0.06];

const grey = (name: string, curve: Curve): ColourSpace => ({ name, curve, white: D50 });

export const SPACES = {
  srgb: { name: 'sRGB', curve: SRGB_CURVE, white: D65, primaries: [RED, GREEN, BLUE] },
  p3: {
    name: 'Display P3',
    curve: SRGB_CURVE,
    white: D65,
    primaries: [[0.68, 0.32], [0.265, 0.69], BLUE],
  },
  adobe: {
    name: 'Adobe RGB',
    curve: [563 / 256],
    white: D65,
    primaries: [RED, [0.21, 0.71], BLUE],
  },
  proPhoto: {
    name: 'ProPhoto RGB',
    curve: [1.8],
    white: D50,
    primaries: [
      [0.7347, 0.2653],
      [0.1596, 0.8404],
      [0.0366, 0.0001],
    ],
  },
  bt2020: {
    name: 'BT.2020',
    curve: [1 / 0.45, 1 / 1.099, 0.099 / 1.099, 1 / 4.5, 0.081],
    white: D65,
    primaries: [
      [0.708, 0.292],
      [0.17, 0.797],
      [0.131, 0.046],
    ],
  },
  apple: {
    name: 'Apple RGB',
    curve: [1.8],
    white: D65,
    primaries: [
      [0.625, 0.34],
      [0.28, 0.595],
      [0.155, 0.07],
    ],
  },
  linear: { name: 'linear', curve: [1], white: D65, primaries: [RED, GREEN, BLUE] },
  gamma22: { name: 'gamma 2.2', curve: [2.2], white: D65, primaries: [RED, GREEN, BLUE] },
  /** Who ignores the profile shows red for green. */
  swapped: {
    name: 'red and green swapped',
    curve: SRGB_CURVE,
    white: D65,
    primaries: [GREEN, RED, BLUE],
  },
  grey10: grey('grey, linear', [1]),
  grey18: grey('grey, gamma 1.8', [1.8]),
  grey22: grey('grey, gamma 2.2', [2.2]),
} satisfies Record<string, ColourSpace>;

/** @returns 0 to 1 */
function light([gamma, a, b = 0, c = 0, d = 0]: Curve, value: number): number {
  if (a === undefined) return value ** gamma;
  return value >= d ? (a * value + b) ** gamma : c * value;
}

function xyz([x, y]: Chromaticity): Vector {
  return [x / y, 1, (1 - x - y) / y];
}

function times(matrix: Matrix, [a, b, c]: Vector): Vector {
  const [one, two, three] = matrix.map((row) => row[0] * a + row[1] * b + row[2] * c);
  return [one ?? 0, two ?? 0, three ?? 0];
}

function transposed([a, b, c]: Matrix): Matrix {
  return [
    [a[0], b[0], c[0]],
    [a[1], b[1], c[1]],
    [a[2], b[2], c[2]],
  ];
}

function product(one: Matrix, other: Matrix): Matrix {
  const [a, b, c] = transposed(other);
  return transposed([times(one, a), times(one, b), times(one, c)]);
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function inverse([a, b, c]: Matrix): Matrix {
  const columns = [cross(b, c), cross(c, a), cross(a, b)] as const;
  const [x, y, z] = cross(b, c);
  const determinant = a[0] * x + a[1] * y + a[2] * z;
  const scaled = (vector: Vector) => scale(vector, 1 / determinant);
  return transposed([scaled(columns[0]), scaled(columns[1]), scaled(columns[2])]);
}

const scale = ([a, b, c]: Vector, by: number): Vector => [a * by, b * by, c * by];

const BRADFORD: Matrix = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];

function toD50(white: Chromaticity): Matrix {
  const [from, to] = [times(BRADFORD, xyz(white)), times(BRADFORD, xyz(D50))];
  const gains: Matrix = [
    [to[0] / from[0], 0, 0],
    [0, to[1] / from[1], 0],
    [0, 0, to[2] / from[2]],
  ];
  return product(inverse(BRADFORD), product(gains, BRADFORD));
}

/** From linear RGB to XYZ under D50. */
function toXyz({ primaries, white }: ColourSpace): Matrix {
  if (!primaries) throw new Error('grey');
  const [red, green, blue] = primaries;
  const columns = transposed([xyz(red), xyz(green), xyz(blue)]);
  const [r, g, b] = times(inverse(columns), xyz(white));
  const [x, y, z] = transposed(columns);
  return product(toD50(white), transposed([scale(x, r), scale(y, g), scale(z, b)]));
}

/**
 * What a sample shows in sRGB, relative colorimetric, clipped: matrix profiles have no other intent.
 * @param sample encoded values, 0 to 1
 * @returns 0 to 255, not rounded
 */
export function shownInSrgb(space: ColourSpace): (sample: Vector) => Vector {
  const toSrgb = space.primaries
    ? product(inverse(toXyz(SPACES.srgb)), toXyz(space))
    : ([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ] as const);
  return ([r, g, b]) => {
    const linear = times(toSrgb, [
      light(space.curve, r),
      light(space.curve, g),
      light(space.curve, b),
    ]);
    return [srgbEncoded(linear[0]), srgbEncoded(linear[1]), srgbEncoded(linear[2])];
  };
}

function srgbEncoded(value: number): number {
  const clipped = Math.min(1, Math.max(0, value));
  return 255 * (clipped <= 0.003_130_8 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055);
}

const fixed = (value: number) => u32(Math.round(value * 65_536) >>> 0);
const u16 = (value: number) => [(value >> 8) & 255, value & 255];
const TABLE_SIZE = 1024;

/** @param version 2 writes curves as a gamma or a table, as old profiles do, 'table' always as a table; 4 as functions */
export function iccProfile(space: ColourSpace, kind: 2 | 4 | 'table' = 4): Bytes {
  const version = kind === 4 ? 4 : 2;
  const curve = kind === 4 ? functionOf(space.curve) : curveOf(space.curve, kind === 'table');
  const point = (vector: Vector) => bytesOf('XYZ ', u32(0), ...vector.map(fixed));
  const tags: [string, Bytes][] = [
    ['desc', version === 4 ? unicode(space.name) : description(space.name)],
    ['cprt', version === 4 ? unicode('CC0') : bytesOf('text', u32(0), 'CC0\0')],
    ['wtpt', point(xyz(D50))],
  ];
  if (space.primaries) {
    const [red, green, blue] = transposed(toXyz(space));
    tags.push(['rXYZ', point(red)], ['gXYZ', point(green)], ['bXYZ', point(blue)]);
    tags.push(['rTRC', curve], ['gTRC', curve], ['bTRC', curve]);
  } else {
    tags.push(['kTRC', curve]);
  }
  return assembled(tags, space.primaries ? 'RGB ' : 'GRAY', version);
}

function assembled(tags: readonly [string, Bytes][], kind: string, version: number): Bytes {
  const padded = tags.map(([, { length }]) => Math.ceil(length / 4) * 4);
  const start = 128 + 4 + tags.length * 12;
  const size = padded.reduce((sum, length) => sum + length, start);
  const date = [2026, 1, 1, 0, 0, 0].flatMap(u16);
  const head = bytesOf(
    u32(size),
    u32(0),
    [version, version === 2 ? 0x40 : 0, 0, 0],
    'mntr',
    kind,
    'XYZ ',
    date,
    'acsp',
  );
  const profile = new Uint8Array(size);
  profile.set(head);
  profile.set(bytesOf(...xyz(D50).map(fixed)), 68);
  profile.set(u32(tags.length), 128);
  let at = start;
  for (const [index, [name, content]] of tags.entries()) {
    profile.set(bytesOf(name, u32(at), u32(content.length)), 132 + index * 12);
    profile.set(content, at);
    at += padded[index] ?? 0;
  }
  return profile;
}

function functionOf(curve: Curve): Bytes {
  const kind = curve.length === 1 ? 0 : 3;
  return bytesOf('para', u32(0), u16(kind), u16(0), ...curve.map(fixed));
}

/** One number for a plain gamma, as in the profile by Adobe; else a table. */
function curveOf(curve: Curve, isTable: boolean): Bytes {
  if (curve.length > 1 || isTable) return tableOf(curve);
  return bytesOf('curv', u32(0), u32(1), u16(Math.round(curve[0] * 256)));
}

function tableOf(curve: Curve): Bytes {
  const values = Array.from({ length: TABLE_SIZE }, (_, index) =>
    u16(Math.round(65_535 * light(curve, index / (TABLE_SIZE - 1)))),
  );
  return bytesOf('curv', u32(0), u32(TABLE_SIZE), ...values);
}

function unicode(text: string): Bytes {
  const characters = Array.from(text, (character) => u16(character.charCodeAt(0)));
  return bytesOf(
    'mluc',
    u32(0),
    u32(1),
    u32(12),
    'enUS',
    u32(text.length * 2),
    u32(28),
    ...characters,
  );
}

/** `textDescriptionType` of version 2, with empty names in Unicode and for the Macintosh. */
function description(text: string): Bytes {
  return bytesOf('desc', u32(0), u32(text.length + 1), `${text}\0`, new Array(8 + 3 + 67).fill(0));
}

/** The JPEG with the profile, in one segment. */
export function profiledJpeg(jpeg: Bytes, profile: Bytes): Bytes {
  return withSegments(jpeg, jpegSegment(0xe2, bytesOf('ICC_PROFILE\0', [1, 1], profile)));
}

/** The PNG with the profile. */
export async function profiledPng(png: Bytes, profile: Bytes): Promise<Bytes> {
  const stream = new Blob([profile]).stream().pipeThrough(new CompressionStream('deflate'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  return withChunks(png, pngChunk('iCCP', bytesOf('profile\0\0', packed)));
}

/** `gAMA` of a plain gamma. */
export function gammaChunk(gamma: number): Bytes {
  return pngChunk('gAMA', u32(Math.round(100_000 / gamma)));
}

export function chromaticityChunk({ white, primaries = [RED, GREEN, BLUE] }: ColourSpace): Bytes {
  const values = [white, ...primaries].flat().map((value) => u32(Math.round(value * 100_000)));
  return pngChunk('cHRM', bytesOf(...values));
}

/** `cICP`, full range RGB. Code points: ITU-T H.273. */
export function cicpChunk(primaries: number, transfer: number): Bytes {
  return pngChunk('cICP', [primaries, transfer, 0, 1]);
}
