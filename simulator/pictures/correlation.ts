import sharp from 'sharp';

const SIDE = 64;

interface Samples {
  /** RGB, on white where the picture is see-through. */
  colours: Buffer;
  /** Opacity of each sample, 0..255. */
  opacity: Buffer;
}

async function samples(picture: Uint8Array): Promise<Samples> {
  const [colours, opacity] = await Promise.all([
    sharp(picture)
      .flatten({ background: '#fff' })
      .resize(SIDE, SIDE, { fit: 'fill' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer(),
    sharp(picture)
      .resize(SIDE, SIDE, { fit: 'fill' })
      .toColourspace('srgb')
      .ensureAlpha()
      .extractChannel('alpha')
      .raw()
      .toBuffer(),
  ]);
  return { colours, opacity };
}

/** Below this a sample is partly see-through, 0..255. */
const OPAQUE = 250;

/**
 * Similarity of two pictures of any size and format: Pearson's
 * correlation (-1 to 1) of their RGB values at 64x64. 0 when either is uniform.
 * Where one of them is see-through, the other may have any colour: those samples do not count.
 * Rejects if one of them cannot be decoded. EXIF orientation is not applied.
 */
export async function correlation(a: Uint8Array, b: Uint8Array): Promise<number> {
  const [first, second] = await Promise.all([samples(a), samples(b)]);
  const isOpaque = (_: number, at: number) => {
    const sample = Math.floor(at / 3);
    return Math.min(first.opacity[sample] ?? 0, second.opacity[sample] ?? 0) >= OPAQUE;
  };
  const x = first.colours.filter(isOpaque);
  const y = second.colours.filter(isOpaque);
  const count = Math.min(x.length, y.length);
  const mean = (values: Uint8Array) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(x);
  const meanY = mean(y);
  let both = 0;
  let squareX = 0;
  let squareY = 0;
  for (let at = 0; at < count; at += 1) {
    const dx = (x[at] ?? 0) - meanX;
    const dy = (y[at] ?? 0) - meanY;
    both += dx * dy;
    squareX += dx * dx;
    squareY += dy * dy;
  }
  return squareX === 0 || squareY === 0 ? 0 : both / Math.sqrt(squareX * squareY);
}
