import sharp from 'sharp';

export interface Difference {
  /** Of 255, over all samples. */
  mean: number;
  largest: number;
  /** Share of samples that differ by more than 4. */
  above4: number;
}

/** How far two pictures of one size are apart, seen on white. @param one RGBA, straight alpha, as is `other` */
export function differenceOnWhite(one: Uint8Array, other: Uint8Array): Difference {
  const found = { mean: 0, largest: 0, above4: 0 };
  const onWhite = (data: Uint8Array, at: number, channel: number) => {
    const alpha = (data[at + 3] ?? 255) / 255;
    return (data[at + channel] ?? 0) * alpha + 255 * (1 - alpha);
  };
  for (let at = 0; at < other.length; at += 4) {
    for (const channel of [0, 1, 2]) {
      const difference = Math.abs(onWhite(one, at, channel) - onWhite(other, at, channel));
      found.mean += difference;
      found.largest = Math.max(found.largest, difference);
      if (difference > 4) found.above4 += 1;
    }
  }
  const samples = (other.length / 4) * 3;
  return { ...found, mean: found.mean / samples, above4: found.above4 / samples };
}

/** What is seen on white, as RGBA. @param ignoreIcc whether a profile counts for nothing */
async function seen(file: Buffer, ignoreIcc = false) {
  const upright = sharp(file, { ignoreIcc }).rotate();
  const image = upright.toColourspace('srgb').flatten({ background: '#fff' });
  return image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}

/**
 * How far what arrived is from the reference, as libvips and LittleCMS show it. Of what arrived the profile is ignored,
 * as the service very likely does.
 * @returns undefined if they have different sizes
 */
export async function differenceOf(
  sent: Buffer,
  reference: Buffer,
): Promise<Difference | undefined> {
  const [one, other] = await Promise.all([seen(sent, true), seen(reference)]);
  const { width, height } = other.info;
  if (one.info.width !== width || one.info.height !== height) return undefined;
  return differenceOnWhite(one.data, other.data);
}
