import sharp from 'sharp';

export interface Difference {
  /** Of 255, over all samples. */
  mean: number;
  largest: number;
  /** Share of samples that differ by more than 4. */
  above4: number;
}

/** What is seen on white. */
async function seen(file: Buffer) {
  const image = sharp(file).rotate().toColourspace('srgb').flatten({ background: '#fff' });
  return image.raw().toBuffer({ resolveWithObject: true });
}

/**
 * How far what arrived is from the reference, as libvips and LittleCMS show both.
 * @returns undefined if they have different sizes
 */
export async function differenceOf(
  sent: Buffer,
  reference: Buffer,
): Promise<Difference | undefined> {
  const [one, other] = await Promise.all([seen(sent), seen(reference)]);
  const { width, height, channels } = other.info;
  if (one.info.width !== width || one.info.height !== height) return undefined;
  const at = (data: Buffer, of: number, pixel: number, channel: number) =>
    data[pixel * of + (of < 3 ? 0 : channel)] ?? 0;
  const found = { mean: 0, largest: 0, above4: 0 };
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    for (const channel of [0, 1, 2]) {
      const a = at(one.data, one.info.channels, pixel, channel);
      const difference = Math.abs(a - at(other.data, channels, pixel, channel));
      found.mean += difference;
      found.largest = Math.max(found.largest, difference);
      if (difference > 4) found.above4 += 1;
    }
  }
  const samples = width * height * 3;
  return { ...found, mean: found.mean / samples, above4: found.above4 / samples };
}
