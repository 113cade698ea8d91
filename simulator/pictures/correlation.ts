import sharp from 'sharp';

const SIDE = 64;

async function samples(picture: Uint8Array): Promise<Buffer> {
  return sharp(picture)
    .flatten({ background: '#fff' })
    .resize(SIDE, SIDE, { fit: 'fill' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer();
}

/**
 * Similarity of two pictures of any size and format: Pearson's
 * correlation (-1 to 1) of their RGB values at 64x64. 0 when either is uniform.
 * Rejects if one of them cannot be decoded. EXIF orientation is not applied.
 */
export async function correlation(a: Uint8Array, b: Uint8Array): Promise<number> {
  const [x, y] = await Promise.all([samples(a), samples(b)]);
  const count = Math.min(x.length, y.length);
  const mean = (values: Buffer) => values.reduce((sum, value) => sum + value, 0) / values.length;
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
