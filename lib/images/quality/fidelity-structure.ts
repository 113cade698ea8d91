/** A decoded picture: RGBA, 8 bits per channel, row by row, not premultiplied. */
export interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** Side of an SSIM window, px. */
export const WINDOW = 8;

/** The constants of SSIM (Wang et al. 2004) for values of 0..255. */
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** Luma (BT.601, 0..255) of each pixel on a white background. */
export function lumaOnWhite({ data, width, height }: Pixels): Float32Array {
  const luma = new Float32Array(width * height);
  for (let at = 0; at < luma.length; at += 1) {
    const from = at * 4;
    const y =
      0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0);
    const alpha = (data[from + 3] ?? 0) / 255;
    luma[at] = y * alpha + 255 * (1 - alpha);
  }
  return luma;
}

/**
 * Structural similarity of one square window of two luma planes: 1 is the same, 0 is unrelated,
 * below 0 is inverted.
 * @param width px per row of both planes
 * @param left first column of the window
 * @param top first row of the window
 */
export function ssimAt(
  before: Float32Array,
  after: Float32Array,
  width: number,
  left: number,
  top: number,
): number {
  let sumA = 0;
  let sumB = 0;
  let squaresA = 0;
  let squaresB = 0;
  let products = 0;
  for (let y = top; y < top + WINDOW; y += 1) {
    for (let x = left; x < left + WINDOW; x += 1) {
      const a = before[y * width + x] ?? 0;
      const b = after[y * width + x] ?? 0;
      sumA += a;
      sumB += b;
      squaresA += a * a;
      squaresB += b * b;
      products += a * b;
    }
  }
  const count = WINDOW * WINDOW;
  const meanA = sumA / count;
  const meanB = sumB / count;
  const varianceA = squaresA / count - meanA * meanA;
  const varianceB = squaresB / count - meanB * meanB;
  const covariance = products / count - meanA * meanB;
  return (
    ((2 * meanA * meanB + C1) * (2 * covariance + C2)) /
    ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2))
  );
}
