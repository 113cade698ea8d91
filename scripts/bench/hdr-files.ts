/**
 * HDR files. Each is a picture of sRGB whose white is 203 cd/m2, as ITU-R BT.2408 wants, so the picture itself is the
 * reference. Browsers may show it darker to keep room for brighter light: HDR has no one right answer.
 */
import sharp from 'sharp';
import { withChunks } from '@/tests/support/images/image-files';
import { cicpChunk } from '@/tests/support/images/profiles';
import type { TableFile } from './table-file';

type Vector = readonly [number, number, number];

/** White of a picture without HDR, cd/m2. */
const WHITE = 203;
const PQ_PEAK = 10_000;
const HLG_PEAK = 1_000;
/** Of the display that HLG is graded for. Source: ITU-R BT.2100. */
const HLG_GAMMA = 1.2;
/** Linear BT.709 to BT.2020. Source: ITU-R BT.2087. */
const TO_BT2020 = [
  [0.6274, 0.3293, 0.0433],
  [0.0691, 0.9195, 0.0114],
  [0.0164, 0.088, 0.8956],
] as const;
const BT2020_LUMINANCE: Vector = [0.2627, 0.678, 0.0593];
const BT2020 = 9;

/** Code points of ITU-T H.273, and the encoding of light in cd/m2 as 0 to 1. */
const TRANSFERS = {
  PQ: { code: 16, encode: (light: Vector) => light.map(pq) },
  HLG: { code: 18, encode: hlg },
} as const;

const sum = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** SMPTE ST 2084. */
function pq(light: number): number {
  const power = Math.max(0, light / PQ_PEAK) ** (1305 / 8192);
  return ((107 / 128 + (2413 / 128) * power) / (1 + (2392 / 128) * power)) ** (2523 / 32);
}

/** From light of a display to light of the scene, and that by the curve of ARIB STD-B67. */
function hlg(light: Vector): number[] {
  const luminance = Math.max(1e-6, sum(light, BT2020_LUMINANCE) / HLG_PEAK);
  const gain = luminance ** ((1 - HLG_GAMMA) / HLG_GAMMA);
  return light.map((value) => {
    const scene = Math.max(0, (value / HLG_PEAK) * gain);
    return scene <= 1 / 12
      ? Math.sqrt(3 * scene)
      : 0.178_832_77 * Math.log(12 * scene - 0.284_668_92) + 0.559_910_73;
  });
}

function lightOf(level: number): number {
  const value = level / 255;
  return WHITE * (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
}

/** @returns values of 0 to 1, three a pixel */
async function encoded(picture: Buffer, kind: keyof typeof TRANSFERS): Promise<number[]> {
  const levels = await sharp(picture).removeAlpha().raw().toBuffer();
  const values: number[] = [];
  for (let at = 0; at < levels.length; at += 3) {
    const light = [0, 1, 2].map((channel) => lightOf(levels[at + channel] ?? 0));
    const own: Vector = [light[0] ?? 0, light[1] ?? 0, light[2] ?? 0];
    const wide: Vector = [sum(TO_BT2020[0], own), sum(TO_BT2020[1], own), sum(TO_BT2020[2], own)];
    values.push(...TRANSFERS[kind].encode(wide));
  }
  return values;
}

async function png(picture: Buffer, kind: keyof typeof TRANSFERS, depth: 8 | 16): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const values = await encoded(picture, kind);
  const samples = depth === 16 ? new Uint16Array(values.length) : new Uint8Array(values.length);
  samples.set(values.map((value) => Math.round(value * (2 ** depth - 1))));
  const image = sharp(samples, { raw: { width, height, channels: 3 } });
  return (depth === 16 ? image.toColourspace('rgb16') : image).png().toBuffer();
}

/** Four files. @param plain a PNG of sRGB */
export async function hdrFiles(plain: Buffer): Promise<TableFile[]> {
  const files: TableFile[] = [];
  for (const kind of ['PQ', 'HLG'] as const) {
    for (const depth of [8, 16] as const) {
      const width = 320 + files.length;
      const reference = await sharp(plain).resize(width, 240, { fit: 'fill' }).png().toBuffer();
      const bare = new Uint8Array(await png(reference, kind, depth));
      files.push({
        label: `PNG, ${depth} bit, cICP of BT.2020 ${kind}`,
        extension: 'png',
        bytes: Buffer.from(withChunks(bare, cicpChunk(BT2020, TRANSFERS[kind].code))),
        reference,
        by: 'BT.2408',
      });
    }
  }
  return files;
}
