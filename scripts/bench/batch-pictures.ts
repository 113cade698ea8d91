/** Pictures for a batch, all different: an equal one would be a duplicate. */
import { randomFillSync } from 'node:crypto';
import sharp from 'sharp';
import { PICTURES } from '@/simulator/pictures/pictures';
import type { Enlarge } from '@/simulator/service/enlarge';
import { enlargeWithSharp } from '@/simulator/service/enlarge';

/** Edge of a result of many bytes, px. */
const RESULT_EDGE = 2_160;

/** PNG files. @param megabytes size of each; absent: a few kB */
export async function batchPictures(count: number, megabytes?: number): Promise<Buffer[]> {
  const small = await PICTURES.poster.make();
  const pictures: Buffer[] = [];
  for (let index = 0; index < count; index += 1) {
    pictures.push(
      megabytes === undefined
        ? await sharp(small)
            .resize({ width: 200 + index })
            .png()
            .toBuffer()
        : await noise(megabytes),
    );
  }
  return pictures;
}

/** Random pixels, which no encoder makes smaller. */
function noise(megabytes: number): Promise<Buffer> {
  const edge = Math.round(Math.sqrt((megabytes * 1_000_000) / 3));
  const pixels = randomFillSync(Buffer.alloc(edge * edge * 3));
  return sharp(pixels, { raw: { width: edge, height: edge, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
}

/** A result for every picture. @param megabytes its size, roughly; absent: what it is of a small picture */
export async function oneResult(megabytes?: number): Promise<Awaited<ReturnType<Enlarge>>> {
  if (megabytes === undefined) return enlargeWithSharp(await PICTURES.poster.make(), '2k');
  const { data, info } = await sharp(await noise(megabytes))
    .resize(RESULT_EDGE, RESULT_EDGE)
    .jpeg({ quality: 90 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height, type: 'image/jpeg' };
}
