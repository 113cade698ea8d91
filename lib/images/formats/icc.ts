/**
 * Tells whether an ICC profile is sRGB. Source: ICC.1:2022, sections 7 (header and tags), 10.6 (curveType),
 * 10.18 (parametricCurveType), 10.31 (XYZType).
 */
import { plainText } from '@/lib/text/plain-text';
import { ascii } from './byte-source';

const HEADER_BYTES = 128;
const TAG_BYTES = 12;
/** Real profiles have about twenty. */
const MAX_TAGS = 100;
const MAX_DESCRIPTION = 200;
const MAX_NAME = 40;
/** The primaries of sRGB in the profile's D50 space, as XYZ. Source: IEC 61966-2-1, adapted by Bradford. */
const SRGB_PRIMARIES = {
  rXYZ: [0.4361, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7141],
} as const;
/** Profiles of different makers round differently. */
const PRIMARY_TOLERANCE = 0.004;
/** How far a curve may be from that of sRGB, as a share of full scale. */
const CURVE_TOLERANCE = 1.2 / 255;
/** Places at which curves are compared, encoded values from 0 to 1. */
const SAMPLES = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95] as const;
const CURVES = { 'RGB ': ['rTRC', 'gTRC', 'bTRC'], GRAY: ['kTRC'] } as const;

/**
 * @param profile hostile bytes
 * @returns a name for the colours; undefined if they are those of sRGB, or if the profile is cut off or makes no
 *   sense: then browsers ignore it, and so did whoever saw the picture
 */
export function coloursOfProfile(profile: Uint8Array): string | undefined {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  if (profile.length < HEADER_BYTES + 4 || view.getUint32(0) > profile.length) return undefined;
  if (ascii(profile, 36, 4) !== 'acsp') return undefined;
  const tags = tagsOf(view, profile);
  const space = ascii(profile, 16, 4);
  const name = nameOf(tags) || FALLBACK[space] || 'ICC';
  if (space !== 'RGB ' && space !== 'GRAY') return name;
  // Where there is a table of colours, it counts, and the primaries beside it do not.
  if (tags.has('A2B0')) return name;
  const isSrgb =
    CURVES[space].every((tag) => isSrgbCurve(tags.get(tag))) &&
    (space === 'GRAY' || hasSrgbPrimaries(tags));
  return isSrgb ? undefined : name;
}

const FALLBACK: Readonly<Record<string, string>> = { CMYK: 'CMYK', 'Lab ': 'Lab' };

type Tags = ReadonlyMap<string, DataView>;

function tagsOf(view: DataView, profile: Uint8Array): Tags {
  const tags = new Map<string, DataView>();
  const count = Math.min(view.getUint32(HEADER_BYTES), MAX_TAGS);
  for (let index = 0; index < count; index += 1) {
    const at = HEADER_BYTES + 4 + index * TAG_BYTES;
    if (at + TAG_BYTES > profile.length) break;
    const [from, length] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (from + length > profile.length || length < 8) continue;
    tags.set(
      ascii(profile, at, 4),
      new DataView(profile.buffer, profile.byteOffset + from, length),
    );
  }
  return tags;
}

function hasSrgbPrimaries(tags: Tags): boolean {
  return Object.entries(SRGB_PRIMARIES).every(([tag, wanted]) => {
    const value = tags.get(tag);
    if (!value || value.byteLength < 20) return false;
    return wanted.every(
      (part, index) => Math.abs(fixed(value, 8 + index * 4) - part) <= PRIMARY_TOLERANCE,
    );
  });
}

/** s15Fixed16Number */
function fixed(view: DataView, at: number): number {
  return view.getInt32(at) / 65_536;
}

function isSrgbCurve(tag: DataView | undefined): boolean {
  const curve = tag && curveOf(tag);
  return (
    curve !== undefined &&
    SAMPLES.every((at) => Math.abs(encoded(curve(at)) - at) <= CURVE_TOLERANCE)
  );
}

/** From an encoded value to light, both 0 to 1. */
type Curve = (value: number) => number;

function curveOf(tag: DataView): Curve | undefined {
  const type = String.fromCharCode(...[0, 1, 2, 3].map((at) => tag.getUint8(at)));
  if (tag.byteLength < 12) return undefined;
  if (type === 'curv') return sampledCurve(tag);
  return type === 'para' ? parametricCurve(tag) : undefined;
}

function sampledCurve(tag: DataView): Curve | undefined {
  const count = tag.getUint32(8);
  if (count === 0) return (value) => value;
  if (12 + count * 2 > tag.byteLength) return undefined;
  if (count === 1) {
    const gamma = tag.getUint16(12) / 256;
    return (value) => value ** gamma;
  }
  return (value) => {
    const place = value * (count - 1);
    const low = Math.min(count - 2, Math.floor(place));
    const [from, to] = [tag.getUint16(12 + low * 2), tag.getUint16(14 + low * 2)];
    return (from + (to - from) * (place - low)) / 65_535;
  };
}

/** How many parameters each function has. */
const PARAMETERS = [1, 3, 4, 5, 7] as const;

function parametricCurve(tag: DataView): Curve | undefined {
  const kind = tag.getUint16(8);
  const count = PARAMETERS[kind];
  if (count === undefined || 12 + count * 4 > tag.byteLength) return undefined;
  const [g = 1, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0] = Array.from({ length: count }, (_, at) =>
    fixed(tag, 12 + at * 4),
  );
  if (kind === 0) return (value) => value ** g;
  if (kind === 1) return (value) => (value >= -b / a ? (a * value + b) ** g : 0);
  if (kind === 2) return (value) => (value >= -b / a ? (a * value + b) ** g + c : c);
  return (value) => (value >= d ? (a * value + b) ** g + e : c * value + f);
}

/** Light as sRGB encodes it. Source: IEC 61966-2-1. */
function encoded(light: number): number {
  return light <= 0.003_130_8 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
}

/** The description of a profile: ASCII in version 2, UTF-16 in version 4. Hostile. */
function nameOf(tags: Tags): string {
  const tag = tags.get('desc');
  if (!tag || tag.byteLength < 16) return '';
  const bytes = new Uint8Array(tag.buffer, tag.byteOffset, tag.byteLength);
  if (ascii(bytes, 0, 4) === 'desc') {
    const length = Math.min(tag.getUint32(8), MAX_DESCRIPTION);
    return shortName(ascii(bytes, 12, length));
  }
  if (ascii(bytes, 0, 4) !== 'mluc' || tag.byteLength < 28) return '';
  const [length, from] = [Math.min(tag.getUint32(20), MAX_DESCRIPTION), tag.getUint32(24)];
  return shortName(new TextDecoder('utf-16be').decode(bytes.subarray(from, from + length)));
}

function shortName(description: string): string {
  return Array.from(plainText(description)).slice(0, MAX_NAME).join('').trim();
}
