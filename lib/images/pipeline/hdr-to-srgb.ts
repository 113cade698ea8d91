import type { Raster } from './bands/raster';

type Vector = readonly [number, number, number];

/** Encodings of high dynamic range, as the readers name them (`png-colours.ts`). */
export interface Hdr {
  transfer: 'PQ' | 'HLG';
  primaries: keyof typeof TO_SRGB;
}

/** Linear light of some primaries to that of sRGB. Sources: ITU-R BT.2087; SMPTE EG 432-1 for Display P3. */
const TO_SRGB = {
  'BT.709': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'BT.2020': [
    [1.6605, -0.5876, -0.0728],
    [-0.1246, 1.1329, -0.0083],
    [-0.0182, -0.1006, 1.1187],
  ],
  'Display P3': [
    [1.2249, -0.2247, 0],
    [-0.042, 1.0419, 0],
    [-0.0196, -0.0786, 1.0979],
  ],
} as const satisfies Record<string, readonly [Vector, Vector, Vector]>;

/** cd/m2 of the white of a picture without HDR. Source: ITU-R BT.2408. */
const WHITE = 203;
/** cd/m2 of the largest value. PQ: SMPTE ST 2084. HLG: the display of 1,000 cd/m2 that BT.2100 grades for. */
const PEAK = { PQ: 10_000, HLG: 1_000 } as const;
/** Of the display of HLG. Source: ITU-R BT.2100. */
const HLG_GAMMA = 1.2;
const HLG_LUMINANCE: Vector = [0.2627, 0.678, 0.0593];
/** Light up to this share of white stays as it is; brighter light, however bright, fits above it. */
const KNEE = 0.75;
/** Steps of the table from linear light to sRGB: finer than a level even where the curve is steep. */
const STEPS = 4_096;

/** @param colours name of the colours of a file; undefined unless they are HDR */
export function hdrOf(colours: string | undefined): Hdr | undefined {
  const found = /^(?:(BT\.709|BT\.2020|Display P3) )?(PQ|HLG)$/.exec(colours ?? '');
  if (!found) return undefined;
  // BT.2100 knows no other primaries.
  const primaries = (found[1] ?? 'BT.2020') as Hdr['primaries'];
  return { transfer: found[2] as Hdr['transfer'], primaries };
}

/**
 * Converts the encoded values of an HDR picture to sRGB, in place. Browsers differ here by half of the range:
 * Firefox 153 shows the brightest light of PQ, 10,000 cd/m2, as white. Here a picture without bright lights
 * looks as it would without HDR, and brighter light is compressed without a change of hue.
 * @param picture values as they are in the file, 8 bits, straight alpha
 */
export function hdrToSrgb({ data }: Raster, { transfer, primaries }: Hdr): void {
  const light = Float32Array.from({ length: 256 }, (_, level) => lightOf(level / 255, transfer));
  const levels = Uint8Array.from({ length: STEPS + 1 }, (_, step) => levelOf(step / STEPS));
  const [toRed, toGreen, toBlue] = TO_SRGB[primaries];
  for (let at = 0; at < data.length; at += 4) {
    const seen: Vector = [
      light[data[at] ?? 0] ?? 0,
      light[data[at + 1] ?? 0] ?? 0,
      light[data[at + 2] ?? 0] ?? 0,
    ];
    const gain = transfer === 'HLG' ? gainOf(dot(HLG_LUMINANCE, seen)) : 1;
    const red = Math.max(0, dot(toRed, seen) * gain);
    const green = Math.max(0, dot(toGreen, seen) * gain);
    const blue = Math.max(0, dot(toBlue, seen) * gain);
    const most = Math.max(red, green, blue);
    const scale = (most > KNEE ? compressed(most) / most : 1) * STEPS;
    data[at] = levels[Math.round(red * scale)] ?? 255;
    data[at + 1] = levels[Math.round(green * scale)] ?? 255;
    data[at + 2] = levels[Math.round(blue * scale)] ?? 255;
  }
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Encoded value, 0..1, to light, 1 for white; of HLG still that of the scene. */
function lightOf(value: number, transfer: Hdr['transfer']): number {
  return ((transfer === 'PQ' ? pq(value) : hlg(value)) * PEAK[transfer]) / WHITE;
}

/** SMPTE ST 2084: 0..1 to a share of the peak. */
function pq(value: number): number {
  const power = value ** (32 / 2523);
  const above = Math.max(0, power - 107 / 128);
  return (above / (2413 / 128 - (2392 / 128) * power)) ** (8192 / 1305);
}

/** ARIB STD-B67: 0..1 to light of the scene, 0..1. */
function hlg(value: number): number {
  return value <= 0.5
    ? value ** 2 / 3
    : (Math.exp((value - 0.559_910_73) / 0.178_832_77) + 0.284_668_92) / 12;
}

/** From light of the scene to that of the display. @param luminance of the scene, 1 for white */
function gainOf(luminance: number): number {
  return Math.max(1e-6, (luminance * WHITE) / PEAK.HLG) ** (HLG_GAMMA - 1);
}

/** Light above the knee to below 1. The slope at the knee is 1. */
function compressed(light: number): number {
  const room = 1 - KNEE;
  return KNEE + room * (1 - Math.exp((KNEE - light) / room));
}

/** Linear light, 0..1, to a level of sRGB, 0..255. Source: IEC 61966-2-1. */
function levelOf(light: number): number {
  const value = light <= 0.003_130_8 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(value * 255);
}
